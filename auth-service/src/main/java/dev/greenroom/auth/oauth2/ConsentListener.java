package dev.greenroom.auth.oauth2;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears what Coder answers through a browser to a question that this listener sent it with. */
public interface ConsentListener {

    /**
     * Calls Coder, and blocks meanwhile.
     *
     * @param code null where Coder has not consented
     * @return empty where the state is not one of this listener's
     */
    Optional<HeardCallback> hear(String state, @Nullable String code);
}
