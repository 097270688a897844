package dev.greenroom.auth.revocation;

import dev.greenroom.auth.account.EndGrants;
import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where admins end every link, and see how far it is. */
@Path("/v1/admin/revocation")
@Authenticated
class RevocationResource {
    private final Caller caller;
    private final Admins admins;
    private final RevocationStore revocations;
    private final EndGrants endGrants;
    private final BeginRevocation beginRevocation;

    RevocationResource(
            Caller caller,
            Admins admins,
            RevocationStore revocations,
            EndGrants endGrants,
            BeginRevocation beginRevocation) {
        this.caller = caller;
        this.admins = admins;
        this.revocations = revocations;
        this.endGrants = endGrants;
        this.beginRevocation = beginRevocation;
    }

    @GET
    @Transactional
    public RevocationState get() {
        admins.require(caller.user());
        var waiting = endGrants.countWaitingForCoder();
        return revocations.last().map(last -> last.state(waiting)).orElseGet(() -> RevocationState.never(waiting));
    }

    @POST
    @ResponseStatus(202)
    public RevocationState post(@NotNull(message = "must be given") @Valid RevocationRequest request) {
        return beginRevocation.begin(request, admins.require(caller.user()));
    }
}
