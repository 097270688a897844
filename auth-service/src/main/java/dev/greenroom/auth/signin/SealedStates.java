package dev.greenroom.auth.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a sign-in that has begun in the state that goes to Coder and comes back, sealed: anybody may begin one, and so
 * none of them may cost a row. Neither browser nor Coder can read or change it. It may come back twice; Coder's code,
 * without which it opens nothing, is good once.
 */
@ApplicationScoped
class SealedStates {
    /** Tells them from the states of links, which have no dot. */
    private static final String PREFIX = "sign-in.";

    private final Seal seal;
    private final ObjectMapper json;
    private final Place place;

    SealedStates(Seal seal, ObjectMapper json, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.seal = seal;
        this.json = json;
        this.place = new Place(deployment, "state", "sign-in");
    }

    String seal(BegunSignIn begun) {
        try {
            var sealed = seal.seal(json.writeValueAsBytes(begun), place);
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of strings", impossible);
        }
    }

    boolean areOf(String state) {
        return state.startsWith(PREFIX);
    }

    /** Empty where it is not one of ours, or was changed. */
    Optional<BegunSignIn> open(String state) {
        try {
            var sealed = Base64.getUrlDecoder().decode(state.substring(PREFIX.length()));
            return Optional.of(json.readValue(seal.open(sealed, place), BegunSignIn.class));
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            return Optional.empty();
        }
    }
}
