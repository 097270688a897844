package dev.greenroom.catalogsync.hint;

import dev.greenroom.identity.Admins;
import dev.greenroom.identity.AnyCaller;
import dev.greenroom.identity.TokenHolder;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where services and admins say that something in the catalog may have changed. */
@Path("/v1/catalog/refresh")
@Authenticated
class RefreshResource {
    private final AnyCaller caller;
    private final Admins admins;
    private final HintStore hints;

    RefreshResource(AnyCaller caller, Admins admins, HintStore hints) {
        this.caller = caller;
        this.admins = admins;
        this.hints = hints;
    }

    /** Answered once the hints are kept, and before anything is looked at. */
    @POST
    @ResponseStatus(202)
    public void post(@NotNull(message = "must be given") @Valid RefreshRequest request) {
        refuseOtherUsers();
        if (request.entityRefs() == null) {
            hints.addAll();
        } else {
            hints.add(request.entityRefs());
        }
    }

    private void refuseOtherUsers() {
        switch (caller.holder()) {
            case TokenHolder.User user -> admins.require(user.ref());
            case TokenHolder.Client _ -> {}
        }
    }
}
