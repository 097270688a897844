package dev.greenroom.auth.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import dev.greenroom.standins.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where the keyset comes, and what an operator reads where it does not. */
class ReadKeysetTest {
    private static final String ROTATE = RotateKeyset.class.getName();

    @TempDir
    Path folder;

    private String clear;
    private Path keyFile;
    private String wrapped;

    private record Configured(
            Optional<String> keyset, Optional<Path> keysetFile, Optional<Path> keyEncryptionKeysetFile)
            implements SealConfig {
        static final Configured NOTHING = new Configured(Optional.empty(), Optional.empty(), Optional.empty());

        Configured keyset(String json) {
            return new Configured(Optional.of(json), keysetFile, keyEncryptionKeysetFile);
        }

        Configured file(Path path) {
            return new Configured(keyset, Optional.of(path), keyEncryptionKeysetFile);
        }

        Configured key(Path path) {
            return new Configured(keyset, keysetFile, Optional.of(path));
        }
    }

    @BeforeEach
    void makeKeysets() throws GeneralSecurityException {
        clear = NewKeyset.json();
        keyFile = file("key.json", NewKeyset.json());
        wrapped = NewKeyset.wrapped(keyFile);
    }

    @Test
    void takesAKeysetFromTheConfiguration() throws GeneralSecurityException {
        assertThat(read(Configured.NOTHING.keyset(clear)).json())
                .isEqualTo(Keyset.parse(clear).json());
    }

    @Test
    void takesAKeysetFromAFileWhateverBlanksAreAroundIt() throws GeneralSecurityException {
        var file = file("keyset.json", "\n" + clear + "\n\n");

        assertThat(read(Configured.NOTHING.file(file)).json())
                .isEqualTo(Keyset.parse(clear).json());
    }

    @Test
    void unwrapsAKeysetOfEitherPlaceWithTheKeyOfAFile() throws GeneralSecurityException {
        var file = file("keyset.json", wrapped);

        var one = read(Configured.NOTHING.keyset(wrapped).key(keyFile));
        var other = read(Configured.NOTHING.file(file).key(keyFile));

        assertThat(one.json()).isEqualTo(other.json());
        assertThat(wrapped).doesNotContain(secretsOf(one.json()));
    }

    @Test
    void unwrapsAKeysetWithTheKeyThatAnExtensionGives() throws GeneralSecurityException {
        var config = Configured.NOTHING.keyset(wrapped);

        var keyset = new ReadKeyset(config, List.of(new KeyEncryptionKeysetFile(keyFile)::aead)).read();

        assertThat(keyset.json()).isEqualTo(read(config.key(keyFile)).json());
    }

    @Test
    void saysHowToMakeAKeysetWhereThereIsNone() {
        refused(Configured.NOTHING)
                .hasMessageContaining("greenroom.seal.keyset is not set, nor is greenroom.seal.keyset-file")
                .hasMessageContaining(NewKeyset.class.getName());
    }

    @Test
    void refusesToChooseBetweenTwoKeysets() {
        refused(Configured.NOTHING.keyset(clear).file(keyFile))
                .hasMessageContaining("greenroom.seal.keyset and greenroom.seal.keyset-file are both set")
                .hasMessageContaining(ROTATE);
    }

    @Test
    void namesAFileThatCanNotBeRead() {
        refused(Configured.NOTHING.file(folder.resolve("none")))
                .hasMessageContaining("greenroom.seal.keyset-file names " + folder.resolve("none"))
                .hasMessageContaining("NoSuchFileException");
        refused(Configured.NOTHING.file(folder)).hasMessageContaining("names " + folder + ", which can't be read");
        refused(Configured.NOTHING.keyset(wrapped).key(folder.resolve("none")))
                .hasMessageContaining("greenroom.seal.key-encryption-keyset-file names " + folder.resolve("none"));
    }

    @Test
    void namesAFileThatIsNoText() throws IOException {
        var file = Files.write(folder.resolve("keyset.bin"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        refused(Configured.NOTHING.file(file)).hasMessageContaining("which can't be read as text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cr3t",
                "{}",
                "{\"primaryKeyId\": 1, \"key\": [\"s3cr3t\"]}",
                "{\"primaryKeyId\": 1, \"key\": []}"
            })
    void refusesWhatIsNoKeysetWithoutQuotingIt(String text) {
        refused(Configured.NOTHING.keyset(text))
                .hasMessageContaining("greenroom.seal.keyset is not a Tink keyset for AEAD")
                .hasMessageContaining(NewKeyset.class.getName());
        refused(Configured.NOTHING.file(file("keyset.json", text)))
                .hasMessageContaining("greenroom.seal.keyset-file is not a Tink keyset for AEAD");
        refused(Configured.NOTHING.keyset(wrapped).key(file("other.json", text)))
                .hasMessageContaining("greenroom.seal.key-encryption-keyset-file is not a Tink keyset for AEAD");
    }

    @Test
    void refusesAKeysetForAnotherPurpose() throws GeneralSecurityException {
        MacConfig.register();
        var mac = KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG);

        refused(Configured.NOTHING.keyset(json(mac))).hasMessageContaining("is not a Tink keyset for AEAD");
    }

    @Test
    void refusesAKeyThatDoesNotShowItselfInWhatItSeals() throws GeneralSecurityException {
        var raw = KeysetHandle.generateNew(AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build());

        refused(Configured.NOTHING.keyset(json(raw))).hasMessageContaining("all have the prefix TINK");
    }

    @Test
    void saysWhatAWrappedKeysetNeeds() {
        refused(Configured.NOTHING.keyset(wrapped))
                .hasMessageContaining("greenroom.seal.keyset is wrapped, and there is nothing to unwrap it with")
                .hasMessageContaining("greenroom.seal.key-encryption-keyset-file")
                .hasMessageContaining(KeyEncryptionKey.class.getName());
    }

    @Test
    void refusesAKeysetThatAnotherKeyWrapped() throws GeneralSecurityException {
        refused(Configured.NOTHING.keyset(wrapped).key(file("other.json", NewKeyset.json())))
                .hasMessageContaining("is wrapped, and the key-encryption key does not open it");
    }

    @Test
    void refusesAWrappedKeysetThatWasChanged() {
        var changed = wrapped.replaceFirst("(?<=\"encryptedKeyset\":\")....", "AAAA");

        refused(Configured.NOTHING.keyset(changed).key(keyFile)).hasMessageContaining("or the keyset was changed");
    }

    @Test
    void refusesWhatTheSameKeyWrappedForAnotherPurpose() throws GeneralSecurityException {
        var key = new KeyEncryptionKeysetFile(keyFile).aead();
        var handle = Keyset.parse(clear).handle();
        var other = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, key, "other".getBytes());

        refused(Configured.NOTHING.keyset(other).key(keyFile)).hasMessageContaining("does not open it");
    }

    @Test
    void refusesAKeysetThatIsNotWrappedWhereOneIsExpected() {
        refused(Configured.NOTHING.keyset(clear).key(keyFile))
                .hasMessageContaining("greenroom.seal.keyset is not wrapped")
                .hasMessageContaining(NewKeyset.class.getName() + " KEY_ENCRYPTION_KEYSET_FILE");
    }

    @Test
    void refusesToChooseBetweenTwoKeyEncryptionKeys() {
        var config = Configured.NOTHING.keyset(wrapped).key(keyFile);

        refused(config, List.of(new KeyEncryptionKeysetFile(keyFile)))
                .hasMessageContaining("more than one key-encryption key");
    }

    @Test
    void tellsOnlyTheKindOfTroubleThatAKmsHas() {
        KeyEncryptionKey away = () -> {
            throw new GeneralSecurityException("s3cr3t");
        };

        refused(Configured.NOTHING.keyset(wrapped), List.of(away)).hasMessageContaining("(GeneralSecurityException)");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Configured config) {
        return refused(config, List.of());
    }

    /** Refused with nothing of any keyset in the exception or the log. */
    private static AbstractThrowableAssert<?, ? extends Throwable> refused(
            Configured config, List<KeyEncryptionKey> keys) {
        try (var log = LogCapture.atAllLevels()) {
            var refusal = assertThatThrownBy(() -> new Seal(config, keys))
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("s3cr3t");
            config.keyset()
                    .ifPresent(text -> Arrays.stream(secretsOf(text)).forEach(secret -> {
                        refusal.hasMessageNotContaining(secret);
                        assertThat(log.lines()).noneMatch(line -> line.contains(secret));
                    }));
            return refusal;
        }
    }

    /** All long values of a JSON. */
    private static String[] secretsOf(String json) {
        var secrets = new ArrayList<String>();
        var matcher = Pattern.compile("\"([A-Za-z0-9+/=]{30,})\"").matcher(json);
        while (matcher.find()) {
            secrets.add(matcher.group(1));
        }
        return secrets.toArray(String[]::new);
    }

    private static Keyset read(Configured config) {
        return new ReadKeyset(config, List.of()).read();
    }

    private static String json(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
