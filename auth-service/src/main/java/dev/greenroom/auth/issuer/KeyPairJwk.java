package dev.greenroom.auth.issuer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A P-256 key pair for ES256, as a JWK whose {@code kid} is its own thumbprint (RFC 7638). */
record KeyPairJwk(EllipticCurveJsonWebKey jwk) {

    static KeyPairJwk generate() {
        try {
            var jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            jwk.setUse("sig");
            return new KeyPairJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    static KeyPairJwk parse(byte[] json) {
        try {
            return new KeyPairJwk(
                    (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(new String(json, StandardCharsets.UTF_8)));
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key of the database that is no JWK", e);
        }
    }

    byte[] json() {
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(StandardCharsets.UTF_8);
    }

    Map<String, Object> publicParameters() {
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    String kid() {
        return jwk.getKeyId();
    }

    @Override
    public String toString() {
        return "KeyPairJwk[kid=" + kid() + "]";
    }
}
