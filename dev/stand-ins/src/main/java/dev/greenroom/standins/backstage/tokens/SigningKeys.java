package dev.greenroom.standins.backstage.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The ES256 keys of the auth plugin, the last of which signs; they outlive the process. */
public final class SigningKeys {
    private final Path file;
    private List<EllipticCurveJsonWebKey> keys;

    public SigningKeys(Path state) {
        this.file = state.resolve("signing-keys.json");
        this.keys = load();
        if (keys.isEmpty()) {
            rotate();
        }
    }

    /** Makes the next key; tokens of the earlier ones stay good. */
    public synchronized void rotate() {
        keys = append(keys, generate());
        save();
    }

    /** Takes all keys but the last out of the published set. */
    public synchronized void forgetEarlier() {
        keys = List.of(keys.getLast());
        save();
    }

    /** What {@code /api/auth/.well-known/jwks.json} answers. */
    public synchronized Map<String, Object> published() {
        return Map.of("keys", keys.stream().map(SigningKeys::publicPart).toList());
    }

    synchronized EllipticCurveJsonWebKey current() {
        return keys.getLast();
    }

    synchronized Optional<EllipticCurveJsonWebKey> find(String kid) {
        return keys.stream().filter(key -> key.getKeyId().equals(kid)).findFirst();
    }

    static EllipticCurveJsonWebKey generate() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm("ES256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    private static Map<String, Object> publicPart(JsonWebKey key) {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    private static List<EllipticCurveJsonWebKey> append(
            List<EllipticCurveJsonWebKey> keys, EllipticCurveJsonWebKey key) {
        return Stream.concat(keys.stream(), Stream.of(key)).toList();
    }

    private List<EllipticCurveJsonWebKey> load() {
        try {
            return Files.exists(file)
                    ? new JsonWebKeySet(Files.readString(file))
                            .getJsonWebKeys().stream()
                                    .map(EllipticCurveJsonWebKey.class::cast)
                                    .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + " is not what an earlier run wrote", e);
        }
    }

    private void save() {
        var all = keys.stream()
                .map(key -> key.toParams(OutputControlLevel.INCLUDE_PRIVATE))
                .toList();
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, JsonUtil.toJson(Map.of("keys", all)));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing keys can't be kept in " + file, e);
        }
    }
}
