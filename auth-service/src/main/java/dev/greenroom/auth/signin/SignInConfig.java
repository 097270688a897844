package dev.greenroom.auth.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Who may have users sign in with Coder here, and for how long that is good. */
@ConfigMapping(prefix = "greenroom.sign-in")
interface SignInConfig {

    /** Backstage's back ends, one for each environment, by their client ids; none, and nobody signs in here. */
    Map<String, Client> clients();

    /** How long a person may take at Coder. */
    @WithDefault("10M")
    Duration patience();

    /** For how long a code is good that the client gives for tokens. */
    @WithDefault("1M")
    Duration code();

    /** For how long an access token is good. */
    @WithDefault("1H")
    Duration accessToken();

    /** For how long a session is good that nobody refreshes; Coder's own refresh tokens last as long. */
    @WithDefault("30D")
    Duration session();

    /** How far apart the tabs of a browser may refresh with the same token, and all of them go on. */
    @WithDefault("1M")
    Duration overlap();

    /** A back end of Backstage as a client. */
    interface Client {

        /** What proves the client; long and random. */
        String secret();

        /** Where browsers may be sent, letter for letter: {@code …/api/auth/coder/handler/frame}. */
        Set<String> redirectUris();
    }
}
