package dev.greenroom.auth.lending;

import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import dev.greenroom.problems.Problem;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Where admins see whether tokens are lent, and stop it. */
@Path("/v1/admin/lending")
@Authenticated
class LendingResource {
    private final Caller caller;
    private final Admins admins;
    private final LendingStore lending;
    private final ChangeLending changeLending;

    LendingResource(Caller caller, Admins admins, LendingStore lending, ChangeLending changeLending) {
        this.caller = caller;
        this.admins = admins;
        this.lending = lending;
        this.changeLending = changeLending;
    }

    @GET
    public LendingState get() {
        admins.require(caller.user());
        return lending.state();
    }

    @PUT
    public LendingState put(@NotNull(message = "must be given") @Valid LendingRequest request) {
        return switch (changeLending.change(request, admins.require(caller.user()))) {
            case LendingOutcome.Done done -> done.state();
            case LendingOutcome.Held() ->
                throw Problem.of(
                        409,
                        "revocation-under-way",
                        "Every link is being ended. Lending can be thawed once that is finished: see"
                                + " /v1/admin/revocation.");
        };
    }
}
