package dev.greenroom.workspace.loan;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.UserRef;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks auth-service for a token. */
@ApplicationScoped
class LoanClient {

    sealed interface Answer {

        record Lent(LoanAnswer terms) implements Answer {}

        record NotLinked() implements Answer {}

        record Away(String why) implements Answer {}
    }

    private static final Logger LOG = Logger.getLogger(LoanClient.class);
    private static final String NONE = "";
    private static final String CHECK = ": check greenroom.services.secret and greenroom.services.issuer";
    private static final int UNAUTHENTICATED = 401;

    private final LoanApi api;
    private final AtomicReference<String> trouble = new AtomicReference<>(NONE);

    LoanClient(@RestClient LoanApi api) {
        this.api = api;
    }

    Answer borrow(String deployment, UserRef user) {
        var answer = ask(deployment, user);
        tell(answer);
        return answer;
    }

    /** Says that Coder refused the token of a loan; auth-service asks Coder itself before it answers. */
    RefusalOutcome refused(long loanId) {
        try (var response = api.refused(loanId)) {
            return switch (response.getStatus()) {
                case 204 -> new RefusalOutcome.Heard();
                // A loan that is not known any more was of a token that others have followed.
                case 404 ->
                    "loan-not-found".equals(codeOf(response))
                            ? new RefusalOutcome.Heard()
                            : new RefusalOutcome.Unheard(whyNot(response));
                default -> new RefusalOutcome.Unheard(whyNot(response));
            };
        } catch (RuntimeException e) {
            return new RefusalOutcome.Unheard(why(e));
        }
    }

    /** Once for each trouble and once for its end, however many operations wait. */
    private void tell(Answer answer) {
        var now = answer instanceof Answer.Away(var why) ? why : NONE;
        if (now.equals(trouble.getAndSet(now))) {
            return;
        }
        if (now.equals(NONE)) {
            LOG.info("tokens are lent again");
        } else {
            LOG.warnf("no tokens are lent, and operations wait reason=\"%s\"", now);
        }
    }

    private Answer ask(String deployment, UserRef user) {
        try (var response = api.borrow(new LoanRequest(deployment, user.toString()))) {
            return switch (response.getStatus()) {
                case 200 -> lent(response);
                // 404 is an answer about the user only where auth-service says so, and not any server without the
                // route.
                case 404 -> "account-required".equals(codeOf(response)) ? new Answer.NotLinked() : away(response);
                default -> away(response);
            };
        } catch (RuntimeException e) {
            return new Answer.Away(why(e));
        }
    }

    /** The kind only: messages of the OIDC client may quote what it sent. */
    private static String why(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(OidcClientException.class::isInstance)
                ? "the issuer of services' tokens gave none" + CHECK
                : "auth-service gave no answer: " + failure.getClass().getSimpleName();
    }

    private static Answer away(Response response) {
        return new Answer.Away(whyNot(response));
    }

    private static String whyNot(Response response) {
        var status = response.getStatus();
        return "auth-service answered " + status + (status == UNAUTHENTICATED ? CHECK : "");
    }

    private static Answer lent(Response response) {
        try {
            var terms = MessageCodec.JSON.readValue(response.readEntity(String.class), LoanAnswer.class);
            return terms.accessToken() == null ? new Answer.Away("a loan without a token") : new Answer.Lent(terms);
        } catch (JsonProcessingException e) {
            return new Answer.Away("a loan that can't be read");
        }
    }

    private static @Nullable String codeOf(Response response) {
        try {
            var problem = MessageCodec.JSON.readTree(response.readEntity(String.class));
            return problem.path("code").asText(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
