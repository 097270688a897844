package dev.greenroom.workspace.coder;

import dev.greenroom.coder.RequestBudget;
import dev.greenroom.coder.RequestsLeft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Answers in Coder's place, as Coder would, where one more call would come close to its limit. */
@ApplicationScoped
class KeepWithinBudget implements ClientRequestFilter, ClientResponseFilter {

    /** On answers that Coder has not given. */
    static final String HELD_BACK = "X-Held-Back";

    private final RequestBudget budget;

    KeepWithinBudget(Clock clock) {
        this.budget = new RequestBudget(clock);
    }

    @Override
    public void filter(ClientRequestContext request) {
        budget.take(keyOf(request))
                .ifPresent(pause -> request.abortWith(Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, pause.plusMillis(999).toSeconds())
                        .header(HELD_BACK, true)
                        .build()));
    }

    /** Quarkus calls it for a call without an answer, too: then there are no headers, not even none. */
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getHeaders() != null) {
            RequestsLeft.of(response::getHeaderString).ifPresent(left -> budget.answered(keyOf(request), left));
        }
    }

    private static RequestBudget.Key keyOf(ClientRequestContext request) {
        return RequestBudget.Key.of(
                String.valueOf(request.getHeaderString(CoderApi.TOKEN)),
                request.getUri().getPath());
    }
}
