package dev.greenroom.standins.backstage.tokens;

import java.security.Key;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Signs what it is given, be it sensible or not. */
final class CompactToken {
    private static final int RSA_BITS = 2048;

    private CompactToken() {}

    static String sign(
            Map<String, Object> header, Map<String, Object> claims, SignatureKind kind, EllipticCurveJsonWebKey key) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        header.forEach((name, value) -> signature.getHeaders().setObjectHeaderValue(name, value));
        signature.setPayload(JsonUtil.toJson(claims));
        try {
            signature.setKey(key(kind, key));
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token can't be signed by " + kind, e);
        }
    }

    private static @Nullable Key key(SignatureKind kind, EllipticCurveJsonWebKey key) throws JoseException {
        return switch (kind) {
            case ES256 -> key.getPrivateKey();
            case NONE -> null;
            case HS256_WITH_PUBLIC_KEY -> new HmacKey(key.getPublicKey().getEncoded());
            case RS256 -> RsaJwkGenerator.generateJwk(RSA_BITS).getPrivateKey();
        };
    }
}
