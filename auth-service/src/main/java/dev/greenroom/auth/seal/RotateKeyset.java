package dev.greenroom.auth.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Prints a keyset with one step of a rotation done: {@code RotateKeyset add|promote|delete-others KEYSET_FILE
 * [KEY_ENCRYPTION_KEYSET_FILE]}. The file stays as it is. With the path of a key-encryption keyset the keyset is
 * unwrapped, and wrapped again, by that; which steps when, and why, is in {@code docs/configuration.md}.
 */
public final class RotateKeyset {
    private static final String USAGE =
            "RotateKeyset add|promote|delete-others KEYSET_FILE [KEY_ENCRYPTION_KEYSET_FILE]";

    private RotateKeyset() {}

    public static void main(String[] args) throws GeneralSecurityException {
        IO.println(
                switch (args.length) {
                    case 2 -> inTheClear(args[0], Path.of(args[1]));
                    case 3 -> wrapped(args[0], Path.of(args[1]), new KeyEncryptionKeysetFile(Path.of(args[2])));
                    default -> throw new IllegalArgumentException(USAGE);
                });
    }

    static String inTheClear(String step, Path file) throws GeneralSecurityException {
        return after(step, KeysetText.read("KEYSET_FILE", file).clear()).json();
    }

    static String wrapped(String step, Path file, KeyEncryptionKey key) throws GeneralSecurityException {
        return after(step, KeysetText.read("KEYSET_FILE", file).unwrap(key)).wrapped(key.aead());
    }

    private static Keyset after(String step, Keyset keyset) throws GeneralSecurityException {
        return new Keyset(
                switch (step) {
                    case "add" -> withAnotherKey(keyset.handle());
                    case "promote" -> withTheNewestPrimary(keyset.handle());
                    case "delete-others" -> withThePrimaryOnly(keyset.handle());
                    default -> throw new IllegalArgumentException(USAGE);
                });
    }

    private static KeysetHandle withAnotherKey(KeysetHandle keyset) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .build();
    }

    /** Keys are added at the end, so that the last is the newest. */
    private static KeysetHandle withTheNewestPrimary(KeysetHandle keyset) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(builder.size() - 1).makePrimary();
        return builder.build();
    }

    private static KeysetHandle withThePrimaryOnly(KeysetHandle keyset) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(keyset);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return builder.build();
    }
}
