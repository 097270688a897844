package dev.greenroom.auth.oauth2;

import io.quarkus.arc.All;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where Coder sends a browser after its question. Browsers come without a bearer: the state tells for whom and what. */
@Path("/oauth2/callback")
@PermitAll
class CallbackResource {
    private static final int OK = 200;

    private final List<ConsentListener> listeners;
    private final CallbackPage page;

    CallbackResource(@All List<ConsentListener> listeners, CallbackPage page) {
        this.listeners = listeners;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + "; charset=utf-8")
    public Response callback(@RestQuery @Nullable String state, @RestQuery @Nullable String code) {
        var heard = hear(state, code);
        return switch (heard.outcome()) {
            case CallbackOutcome.Consented(var ours) -> html(OK, page.consented(ours, heard.environment()));
            case CallbackOutcome.GoOn(var where) -> Browsers.goTo(where);
            case CallbackOutcome.Failed(var why) -> html(why.status(), page.failed(why, heard.environment()));
        };
    }

    private HeardCallback hear(@Nullable String state, @Nullable String code) {
        return Stream.ofNullable(state)
                .flatMap(given -> listeners.stream().flatMap(listener -> listener.hear(given, code).stream()))
                .findFirst()
                .orElseGet(() -> HeardCallback.ofNobody(new CallbackOutcome.Failed(CallbackFailure.STALE)));
    }

    private static Response html(int status, String body) {
        return Response.status(status)
                .entity(body)
                .header("Content-Security-Policy", CallbackPage.contentSecurityPolicy())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                // With any other the opener would be out of reach (HTML, cross-origin opener policies).
                .header("Cross-Origin-Opener-Policy", "unsafe-none")
                .build();
    }
}
