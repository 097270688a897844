package dev.greenroom.standins.backstage.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jose4j.jwt.consumer.ErrorCodes.AUDIENCE_INVALID;
import static org.jose4j.jwt.consumer.ErrorCodes.EXPIRED;
import static org.jose4j.jwt.consumer.ErrorCodes.ISSUED_AT_INVALID_FUTURE;
import static org.jose4j.jwt.consumer.ErrorCodes.ISSUER_INVALID;
import static org.jose4j.jwt.consumer.ErrorCodes.SIGNATURE_INVALID;
import static org.jose4j.jwt.consumer.ErrorCodes.SUBJECT_MISSING;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.ErrorCodeValidator.Error;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenDraftTest {
    private static final String ISSUER = "http://backstage.example/api/auth";

    @TempDir
    Path state;

    private SigningKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = new SigningKeys(state);
    }

    @Test
    void isGoodWhereNothingWasMadeWrong() throws Exception {
        assertThat(faults(draft())).isEmpty();
    }

    @Test
    void isWrongInNothingButWhatWasAskedFor() throws Exception {
        assertThat(faults(draft().expiredBy(Duration.ofMinutes(5)))).containsExactly(EXPIRED);
        assertThat(faults(draft().goodFor(Duration.ofMinutes(-5)))).containsExactly(EXPIRED);
        assertThat(faults(draft().issuedIn(Duration.ofMinutes(5)))).containsExactly(ISSUED_AT_INVALID_FUTURE);
        assertThat(faults(draft().audience("catalog"))).containsExactly(AUDIENCE_INVALID);
        assertThat(faults(draft().issuer("http://elsewhere.example"))).containsExactly(ISSUER_INVALID);
        assertThat(faults(draft().without("sub"))).containsExactly(SUBJECT_MISSING);
        assertThat(faults(draft().rogueKey())).containsExactly(SIGNATURE_INVALID);
    }

    @Test
    void saysWhatTypeItIsAndLeavesTheProofOfIdentityToUsersTokens() throws Exception {
        var plugin = draft().typ(TokenType.PLUGIN);

        var token = plugin.mint();

        assertThat(part(token, 0)).containsEntry("typ", "vnd.backstage.plugin");
        assertThat(part(token, 1)).doesNotContainKey("uip");
        assertThat(part(draft().mint(), 1)).containsKey("uip");
        assertThat(part(draft().withoutTyp().mint(), 0)).doesNotContainKey("typ");
    }

    @Test
    void namesAnotherKeyOrNone() throws Exception {
        var published = new JsonWebKeySet(JsonUtil.toJson(keys.published()))
                .getJsonWebKeys()
                .getFirst()
                .getKeyId();

        assertThat(part(draft().mint(), 0)).containsEntry("kid", published);
        assertThat(part(draft().withoutKid().mint(), 0)).doesNotContainKey("kid");
        assertThat(part(draft().unknownKid().mint(), 0).get("kid"))
                .isNotEqualTo(published)
                .isNotNull();
    }

    @Test
    void isNotSignedAtAll() throws Exception {
        var token = draft().signed(SignatureKind.NONE).mint();

        assertThat(part(token, 0)).containsEntry("alg", "none");
        assertThat(token).endsWith(".");
    }

    @Test
    void isSignedByThePublicKeyAsASecret() throws Exception {
        var token = draft().signed(SignatureKind.HS256_WITH_PUBLIC_KEY).mint();

        var hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(publishedKey().getPublicKey().getEncoded(), "HmacSHA256"));
        var signature = hmac.doFinal(token.substring(0, token.lastIndexOf('.')).getBytes());

        assertThat(part(token, 0)).containsEntry("alg", "HS256");
        assertThat(token).endsWith("." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    @Test
    void bringsItsOwnKeyAlong() throws Exception {
        var token = draft().embeddedKey().mint();

        @SuppressWarnings("unchecked")
        var embedded =
                new EllipticCurveJsonWebKey((Map<String, Object>) part(token, 0).get("jwk"));

        assertThat(faults(token, embedded)).isEmpty();
        assertThat(faults(token, publishedKey())).containsExactly(SIGNATURE_INVALID);
    }

    private TokenDraft draft() {
        return new TokenMint(keys, URI.create(ISSUER), Clock.systemUTC()).tokenFor("user:default/jane");
    }

    private EllipticCurveJsonWebKey publishedKey() throws Exception {
        var published = new JsonWebKeySet(JsonUtil.toJson(keys.published()));
        return (EllipticCurveJsonWebKey) published.getJsonWebKeys().getFirst();
    }

    private List<Integer> faults(TokenDraft draft) throws Exception {
        return faults(draft.mint(), publishedKey());
    }

    private static List<Integer> faults(String token, EllipticCurveJsonWebKey key) {
        var strict = new JwtConsumerBuilder()
                .setVerificationKey(key.getPublicKey())
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience("backstage")
                .setExpectedType(false, "vnd.backstage.user")
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(30, 7_200)
                .build();
        try {
            strict.process(token);
            return List.of();
        } catch (InvalidJwtException refused) {
            return refused.getErrorDetails().stream().map(Error::getErrorCode).toList();
        }
    }

    private static Map<String, Object> part(String token, int index) throws Exception {
        return JsonUtil.parseJson(new String(Base64.getUrlDecoder().decode(token.split("\\.")[index])));
    }
}
