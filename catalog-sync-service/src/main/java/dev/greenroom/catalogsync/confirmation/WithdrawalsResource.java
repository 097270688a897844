package dev.greenroom.catalogsync.confirmation;

import dev.greenroom.catalogsync.absence.Missing;
import dev.greenroom.catalogsync.absence.MissingStore;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import dev.greenroom.paging.Page;
import dev.greenroom.paging.PageRequest;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where admins see what is missing, and confirm that many entities are meant to be gone. */
@Path("/v1/catalog/withdrawals")
@Authenticated
class WithdrawalsResource {
    private static final Logger LOG = Logger.getLogger(WithdrawalsResource.class);

    private final Caller caller;
    private final Admins admins;
    private final MissingStore missing;
    private final ConfirmationStore confirmations;

    WithdrawalsResource(Caller caller, Admins admins, MissingStore missing, ConfirmationStore confirmations) {
        this.caller = caller;
        this.admins = admins;
        this.missing = missing;
        this.confirmations = confirmations;
    }

    /** What is withdrawn once it has been missing for the time of grace, or the confirmation has come. */
    @GET
    public Page<Missing> get(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        admins.require(caller.user());
        var page = PageRequest.of(limit, cursor, EntityRef::parse);
        return Page.of(missing.list(page.last(), page.limit() + 1), page.limit(), Missing::entityRef);
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
