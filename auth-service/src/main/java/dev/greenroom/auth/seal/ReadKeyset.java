package dev.greenroom.auth.seal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the keyset that the configuration names, and unwraps it where it is wrapped. */
final class ReadKeyset {
    private static final String KEYSET = "greenroom.seal.keyset";
    private static final String KEYSET_FILE = "greenroom.seal.keyset-file";

    private static final String NEITHER = KEYSET + " is not set, nor is " + KEYSET_FILE
            + ", so that Coder's tokens can't be sealed. Make a keyset once with `java -cp 'lib/main/*:app/*' "
            + NewKeyset.class.getName()
            + "` in the service's folder, keep it as a secret, and give the same to every replica.";
    private static final String BOTH = KEYSET + " and " + KEYSET_FILE
            + " are both set, and nothing says which is meant. Remove one; a keyset with the keys of both is made by "
            + RotateKeyset.class.getName() + ".";
    private static final String NO_KEY = " is wrapped, and there is nothing to unwrap it with. Set "
            + KeyEncryptionKeysetFile.PROPERTY
            + ", or build the service with a bean of the type " + KeyEncryptionKey.class.getName() + ".";
    private static final String NOT_WRAPPED = " is not wrapped, although " + KeyEncryptionKeysetFile.PROPERTY
            + " is set. Give it as `" + NewKeyset.class.getName()
            + " KEY_ENCRYPTION_KEYSET_FILE` prints it, or remove that property.";
    private static final String SEVERAL_KEYS = "There is more than one key-encryption key ("
            + KeyEncryptionKeysetFile.PROPERTY + ", and each bean of the type " + KeyEncryptionKey.class.getName()
            + "), and nothing says which is meant. Remove all but one.";

    private final SealConfig config;
    private final List<KeyEncryptionKey> provided;

    /** @param provided those that extensions bring, besides what the configuration names */
    ReadKeyset(SealConfig config, List<KeyEncryptionKey> provided) {
        this.config = config;
        this.provided = provided;
    }

    /** @throws IllegalStateException where there is not exactly one, or it can't be read: a sentence that says what to do */
    Keyset read() {
        var text = text();
        var key = key();
        if (text.isWrapped()) {
            return text.unwrap(key.orElseThrow(() -> new IllegalStateException(text.source() + NO_KEY)));
        }
        if (config.keyEncryptionKeysetFile().isPresent()) {
            throw new IllegalStateException(text.source() + NOT_WRAPPED);
        }
        return text.clear();
    }

    private KeysetText text() {
        if (config.keyset().isPresent() && config.keysetFile().isPresent()) {
            throw new IllegalStateException(BOTH);
        }
        return config.keyset()
                .map(json -> new KeysetText(KEYSET, json))
                .or(() -> config.keysetFile().map(file -> KeysetText.read(KEYSET_FILE, file)))
                .orElseThrow(() -> new IllegalStateException(NEITHER));
    }

    private Optional<KeyEncryptionKey> key() {
        var keys = Stream.concat(
                        config.keyEncryptionKeysetFile().map(KeyEncryptionKeysetFile::new).stream(), provided.stream())
                .toList();
        if (keys.size() > 1) {
            throw new IllegalStateException(SEVERAL_KEYS);
        }
        return keys.stream().findFirst();
    }
}
