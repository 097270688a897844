package dev.greenroom.auth.lending;

import dev.greenroom.auth.admin.Admins;
import dev.greenroom.contracts.UserRef;
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
        admin();
        return lending.state();
    }

    @PUT
    public LendingState put(@NotNull(message = "must be given") @Valid LendingRequest request) {
        return changeLending.change(request, admin());
    }

    private UserRef admin() {
        var user = caller.user();
        if (!admins.include(user)) {
            throw Problem.of(
                    403, "forbidden", "Only the users whom auth-service's greenroom.admins names may do this.");
        }
        return user;
    }
}
