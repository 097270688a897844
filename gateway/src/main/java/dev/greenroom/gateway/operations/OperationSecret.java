package dev.greenroom.gateway.operations;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What makes an operation's id ours: the key of its HMAC, the same in all replicas. Never shows itself. */
@Startup
@Singleton
class OperationSecret {
    static final String PROPERTY = "greenroom.gateway.operation-secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MINIMUM_BYTES = 32;

    private final SecretKeySpec key;

    /**
     * The value is read as optional and checked here, since the configuration's own complaints quote it.
     *
     * @throws IllegalStateException where there is none, or a short one: the gateway must not start
     */
    @Inject
    OperationSecret(@ConfigProperty(name = PROPERTY) Optional<String> configured) {
        var bytes = configured
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(given -> given.length >= MINIMUM_BYTES)
                .orElseThrow(() -> new IllegalStateException(PROPERTY + " must be set to at least " + MINIMUM_BYTES
                        + " bytes of random text, the same for all replicas; for instance: openssl rand -base64 32"));
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "OperationSecret[redacted]";
    }
}
