package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.identity.Caller;
import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
@Path("/v1/account")
@Authenticated
class AccountResource {
    private final Caller caller;
    private final AccountStore accounts;
    private final LinkAccount linkAccount;
    private final ChangeConsent changeConsent;
    private final UnlinkAccount unlinkAccount;

    AccountResource(
            Caller caller,
            AccountStore accounts,
            LinkAccount linkAccount,
            ChangeConsent changeConsent,
            UnlinkAccount unlinkAccount) {
        this.caller = caller;
        this.accounts = accounts;
        this.linkAccount = linkAccount;
        this.changeConsent = changeConsent;
        this.unlinkAccount = unlinkAccount;
    }

    @GET
    public LinkedAccount get() {
        return accounts.find(caller.user()).flatMap(Account::linked).orElseThrow(AccountResource::notLinked);
    }

    @PUT
    public LinkedAccount put(@Nullable LinkRequest request) {
        var token = request == null ? null : request.apiToken();
        var consent = request == null ? null : request.preprovisionConsent();
        if (token != null) {
            return link(caller.user(), token, consent);
        }
        if (consent != null) {
            return change(caller.user(), consent);
        }
        throw Problem.of(400, "invalid-request", "Say apiToken, to link, or preprovisionConsent, or both.");
    }

    @DELETE
    public void delete() {
        unlinkAccount.unlink(caller.user());
    }

    private LinkedAccount change(UserRef user, boolean consent) {
        return changeConsent.change(user, consent).orElseThrow(AccountResource::notLinked);
    }

    private LinkedAccount link(UserRef user, CoderToken token, @Nullable Boolean consent) {
        return switch (linkAccount.link(user, token, consent)) {
            case LinkOutcome.Linked(var account) -> account;
            case LinkOutcome.TokenRefused() ->
                throw Problem.of(
                        422, "coder-token-refused", "Coder does not take this token, or it has too few rights.");
            case LinkOutcome.CoderUserTaken() ->
                throw Problem.of(409, "coder-account-taken", "Another user has linked this Coder account.");
            case LinkOutcome.CoderUnavailable(var retryAfter) ->
                throw Problem.unavailable("coder-unavailable", "Coder can't be asked about the token now.", retryAfter);
        };
    }

    private static HttpProblem notLinked() {
        return Problem.of(404, "account-not-linked", "No Coder account is linked.");
    }
}
