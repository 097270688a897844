package dev.greenroom.auth.issuer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The services that are known as clients. */
@ApplicationScoped
class Clients {
    /** Compared with where the client is unknown, so that the time taken does not tell. */
    private static final String NOBODYS = "";

    private final IssuerConfig config;

    Clients(IssuerConfig config) {
        this.config = config;
    }

    boolean prove(ClientCredentials credentials) {
        var client = Optional.ofNullable(config.clients().get(credentials.id()));
        var secret = client.map(IssuerConfig.Client::secret).orElse(NOBODYS);
        return isSame(secret, credentials.secret()) & client.isPresent() & !secret.isBlank();
    }

    /** In a time that depends on neither. */
    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
