package dev.greenroom.workspace.preprovision;

import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import dev.greenroom.workspace.pause.ChangePause;
import dev.greenroom.workspace.pause.PauseRequest;
import dev.greenroom.workspace.pause.PauseStore;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Where admins see what pre-provisioning does, and pause it. */
@Path("/v1/admin/preprovision")
@Authenticated
@RunOnVirtualThread
class PreprovisionResource {

    private final Caller caller;
    private final Admins admins;
    private final PreprovisionConfig config;
    private final PauseStore pause;
    private final ChangePause changePause;
    private final Waiting waiting;
    private final PlaceStore places;

    PreprovisionResource(
            Caller caller,
            Admins admins,
            PreprovisionConfig config,
            PauseStore pause,
            ChangePause changePause,
            Waiting waiting,
            PlaceStore places) {
        this.caller = caller;
        this.admins = admins;
        this.config = config;
        this.pause = pause;
        this.changePause = changePause;
        this.waiting = waiting;
        this.places = places;
    }

    @GET
    public PreprovisionState get() {
        admins.require(caller.user());
        return state();
    }

    @PUT
    public PreprovisionState put(@NotNull(message = "must be given") @Valid PauseRequest request) {
        changePause.change(request, admins.require(caller.user()));
        return state();
    }

    private PreprovisionState state() {
        return PreprovisionState.of(config, pause.state(), waiting.count(), places.madeWithinTheHour());
    }
}
