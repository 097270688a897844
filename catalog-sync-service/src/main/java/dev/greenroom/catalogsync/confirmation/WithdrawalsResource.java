package dev.greenroom.catalogsync.confirmation;

import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where admins confirm that many entities are meant to be gone. */
@Path("/v1/catalog/withdrawals")
@Authenticated
class WithdrawalsResource {
    private static final Logger LOG = Logger.getLogger(WithdrawalsResource.class);

    private final Caller caller;
    private final Admins admins;
    private final ConfirmationStore confirmations;

    WithdrawalsResource(Caller caller, Admins admins, ConfirmationStore confirmations) {
        this.caller = caller;
        this.admins = admins;
        this.confirmations = confirmations;
    }

    /** Answered once it is kept: the next pass that finds entities missing goes by it. */
    @POST
    @ResponseStatus(202)
    public Confirmation post(@NotNull(message = "must be given") @Valid ConfirmationRequest request) {
        var by = admins.require(caller.user());
        var confirmation = confirmations.confirm(request.upTo(), by);
        LOG.warnf(
                "the withdrawal of many entities at once is confirmed: upTo=%d by=%s until=%s",
                confirmation.upTo(), by, confirmation.validUntil());
        return confirmation;
    }
}
