package dev.greenroom.auth.signin;

import dev.greenroom.auth.issuer.ClientCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The clients that are known. */
@ApplicationScoped
class SignInClients {
    /** The id of no client. */
    private static final String NOBODYS = "";

    private final SignInConfig config;

    SignInClients(SignInConfig config) {
        this.config = config;
    }

    /** With nobody's besides, so that there is one. */
    Set<String> ids() {
        var ids = new HashSet<>(config.clients().keySet());
        ids.add(NOBODYS);
        return ids;
    }

    boolean isKnown(String id) {
        return config.clients().containsKey(id);
    }

    /** Whether the client may have browsers sent there; letter for letter, as Coder has it (recording 02-oauth2/25). */
    boolean maySendTo(String id, String redirectUri) {
        return Optional.ofNullable(config.clients().get(id))
                .filter(client -> client.redirectUris().contains(redirectUri))
                .isPresent();
    }

    boolean prove(ClientCredentials credentials) {
        return credentials.areProvenBy(
                Optional.ofNullable(config.clients().get(credentials.id())).map(SignInConfig.Client::secret));
    }
}
