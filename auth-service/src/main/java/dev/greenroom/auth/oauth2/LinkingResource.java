package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.LinkedAccount;
import dev.greenroom.identity.Caller;
import dev.greenroom.problems.Problem;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.Cache;

/** The caller's way through Coder's consent: its beginning and its end. */
@Path("/v1/account")
@Authenticated
class LinkingResource {
    private final Caller caller;
    private final BeginLink begin;
    private final RedeemCode redeem;

    LinkingResource(Caller caller, BeginLink begin, RedeemCode redeem) {
        this.caller = caller;
        this.begin = begin;
        this.redeem = redeem;
    }

    @POST
    @Path("/authorize")
    @Cache(noStore = true)
    public Authorization authorize() {
        return switch (begin.begin(caller.user())) {
            case BeginOutcome.Begun(var authorization) -> authorization;
            case BeginOutcome.NotConfigured _ ->
                throw Problem.of(
                        501,
                        "oauth2-not-configured",
                        "Accounts are linked by API tokens here. To link them through Coder's consent, an operator sets"
                                + " greenroom.coder.oauth2 of auth-service.");
            case BeginOutcome.TooMany _ ->
                throw Problem.of(
                        429,
                        "too-many-attempts",
                        "Too many attempts to link are under way. Finish one, or wait ten minutes.");
        };
    }

    @POST
    @Path("/link")
    public LinkedAccount link(@NotNull(message = "must be given") @Valid LinkCode request) {
        return switch (redeem.redeem(caller.user(), new Secret(request.code()), request.preprovisionConsent())) {
            case RedeemOutcome.Linked(var account) -> account;
            case RedeemOutcome.CodeRefused _ ->
                throw Problem.of(
                        422,
                        "link-code-refused",
                        "The code is unknown, was used, is over, or is of a link that another user began.");
            case RedeemOutcome.CoderUserTaken _ ->
                throw Problem.of(409, "coder-account-taken", "Another user has linked this Coder account.");
        };
    }
}
