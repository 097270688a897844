package dev.greenroom.auth.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A keyset for AEAD that reads and writes itself as Tink's JSON. All its keys begin what they seal with their id, so
 * that it shows which sealed it. Tink's handle does not show keys in its own text.
 */
record Keyset(KeysetHandle handle) {
    /** What a sealed value begins with: a byte for the kind, and the key's id in four. */
    static final int PREFIX_BYTES = 5;

    /** What was wrapped for another purpose is not taken for a keyset of ours. */
    private static final byte[] WRAPPED_AS = "greenroom.seal.keyset".getBytes(StandardCharsets.UTF_8);

    /** One AES-256-GCM key. */
    static Keyset generate() throws GeneralSecurityException {
        AeadConfig.register();
        return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    static Keyset parse(String json) throws GeneralSecurityException {
        return checked(() -> TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    }

    static Keyset unwrap(String json, Aead key) throws GeneralSecurityException {
        return checked(() -> TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, key, WRAPPED_AS));
    }

    private interface Parsing {
        KeysetHandle parse() throws GeneralSecurityException;
    }

    private static Keyset checked(Parsing parsing) throws GeneralSecurityException {
        AeadConfig.register();
        try {
            var keyset = new Keyset(parsing.parse());
            keyset.handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            if (!keyset.entries().allMatch(entry -> prefixOf(entry).length == PREFIX_BYTES)) {
                throw new GeneralSecurityException("a key does not show itself in what it seals");
            }
            return keyset;
        } catch (RuntimeException e) {
            // Tink has these for JSON that is no keyset.
            throw new GeneralSecurityException("not a keyset");
        }
    }

    private Stream<KeysetHandle.Entry> entries() {
        return IntStream.range(0, handle.size()).mapToObj(handle::getAt);
    }

    private static byte[] prefixOf(KeysetHandle.Entry entry) {
        return ((AeadKey) entry.getKey()).getOutputPrefix().toByteArray();
    }

    Aead aead() {
        try {
            return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset that was good when it was read", e);
        }
    }

    /** What all that is sealed from now on begins with. */
    byte[] primaryPrefix() {
        return prefixOf(handle.getPrimary());
    }

    int primaryId() {
        return handle.getPrimary().getId();
    }

    /** The ids of all keys that open. */
    Set<Integer> ids() {
        return entries()
                .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                .map(KeysetHandle.Entry::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In the clear, so a secret itself. */
    String json() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    String wrapped(Aead key) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, key, WRAPPED_AS);
    }
}
