package dev.greenroom.auth.seal;

import com.google.crypto.tink.Aead;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seals and opens what may not be read in the database. A key that is added and made primary seals from then on, and
 * what older keys of the keyset sealed still opens.
 */
@Startup
@Singleton
public class Seal {
    private final Aead aead;
    private final byte[] primaryPrefix;
    private final int primaryId;
    private final Set<Integer> ids;

    @Inject
    Seal(SealConfig config, @All List<KeyEncryptionKey> keys) {
        this(new ReadKeyset(config, keys).read());
    }

    Seal(Keyset keyset) {
        aead = keyset.aead();
        primaryPrefix = keyset.primaryPrefix();
        primaryId = keyset.primaryId();
        ids = keyset.ids();
    }

    public byte[] seal(byte[] secret, Place place) {
        try {
            return aead.encrypt(secret, place.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't seal for " + place, e);
        }
    }

    public byte[] sealText(String secret, Place place) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), place);
    }

    /** As {@link #open}, what {@link #sealText} has sealed. */
    public String openText(byte[] sealed, Place place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException where no key of the keyset opens it, or it was sealed for another place */
    public byte[] open(byte[] sealed, Place place) {
        try {
            return aead.decrypt(sealed, place.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't open " + place + ": " + reason(sealed), e);
        }
    }

    private String reason(byte[] sealed) {
        if (sealed.length < Keyset.PREFIX_BYTES) {
            return "it is no sealed value";
        }
        int id = ByteBuffer.wrap(sealed).getInt(1);
        return ids.contains(id)
                ? "it was changed, or sealed for another place"
                : "the keyset has no key of the id " + Integer.toUnsignedString(id) + ", which sealed it";
    }

    /** Seals anew, with the primary key; empty where it does not open. */
    Optional<byte[]> reseal(byte[] sealed, Place place) {
        try {
            return Optional.of(seal(aead.decrypt(sealed, place.associatedData()), place));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** What all that the primary key has sealed begins with, and nothing that another has. */
    byte[] primaryPrefix() {
        return primaryPrefix.clone();
    }

    /** As Tink's JSON has it. */
    String primaryId() {
        return Integer.toUnsignedString(primaryId);
    }

    /** Whether there are keys that only open. */
    boolean hasOlderKeys() {
        return ids.size() > 1;
    }
}
