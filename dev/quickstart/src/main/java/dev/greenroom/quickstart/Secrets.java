package dev.greenroom.quickstart;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** What the parts prove themselves with to each other. Made once for a home, in a file that only its owner can read. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String CLIENT_ID = "coder-client-id";
    private static final String CLIENT_SECRET = "coder-client-secret";
    private static final String CALLBACK = "coder-callback";

    private final Home home;
    private final Properties values = new Properties();

    Secrets(Home home) {
        this.home = home;
        load();
    }

    String databasePassword() {
        return get("database-password", Secrets::random);
    }

    /** The secret with which a service asks the built-in issuer for its tokens. */
    String clientSecret(String service) {
        return noted("client secret of a service", get("client." + service, Secrets::random));
    }

    /** What proves that the gateway minted an operation's id. */
    String operationSecret() {
        return noted("secret of operations' ids", get("operation-secret", Secrets::random));
    }

    /** The static token with which catalog-sync-service reads the stand-in catalog. */
    String backstageToken() {
        return noted("static token of Backstage", get("backstage-token", Secrets::random));
    }

    /** Greenroom at the stand-in Coder, as it was registered last. */
    synchronized Optional<CoderApplication> coderApplication() {
        return Optional.ofNullable(values.getProperty(CLIENT_ID))
                .map(id -> new CoderApplication(
                        id, values.getProperty(CLIENT_SECRET), URI.create(values.getProperty(CALLBACK))));
    }

    synchronized void keep(CoderApplication application) {
        values.setProperty(CLIENT_ID, application.clientId());
        values.setProperty(CLIENT_SECRET, application.clientSecret());
        values.setProperty(CALLBACK, application.callback().toString());
        save();
    }

    /** The Tink keyset that seals Coder's tokens. */
    String keyset() {
        var keyset = get("keyset", Secrets::newKeyset);
        Canary.noteKeyset(keyset);
        return keyset;
    }

    private static String noted(String kind, String secret) {
        Canary.note(kind, secret);
        return secret;
    }

    private synchronized String get(String name, Supplier<String> make) {
        var value = values.getProperty(name);
        if (value == null) {
            value = make.get();
            values.setProperty(name, value);
            save();
        }
        return value;
    }

    private void load() {
        if (!Files.exists(home.secrets())) {
            return;
        }
        try (var in = Files.newBufferedReader(home.secrets())) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save() {
        try {
            if (!Files.exists(home.secrets())) {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(home.secrets(), ownerOnly);
            }
            try (var out = Files.newBufferedWriter(home.secrets())) {
                values.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink made no keyset", e);
        }
    }
}
