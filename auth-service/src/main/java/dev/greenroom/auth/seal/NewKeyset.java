package dev.greenroom.auth.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Prints a fresh keyset for {@code greenroom.seal.keyset}: one AES-256-GCM key, as JSON on one line. */
public final class NewKeyset {
    private NewKeyset() {}

    public static void main(String[] args) throws GeneralSecurityException {
        IO.println(json());
    }

    /** The keyset as it is to be given to the service: in the clear, so a secret itself. */
    public static String json() throws GeneralSecurityException {
        AeadConfig.register();
        var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }
}
