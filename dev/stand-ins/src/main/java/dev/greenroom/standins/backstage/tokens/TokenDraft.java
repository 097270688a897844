package dev.greenroom.standins.backstage.tokens;

import dev.greenroom.standins.leaks.Canary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** A token before it is signed. Each method changes one thing and leaves the rest as Backstage has it. */
public final class TokenDraft {
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final Instant now;
    private EllipticCurveJsonWebKey key;
    private SignatureKind signature = SignatureKind.ES256;

    TokenDraft(EllipticCurveJsonWebKey key, URI issuer, String userRef, Instant now) {
        this.key = key;
        this.now = now;
        header.put("typ", TokenType.USER.header());
        header.put("alg", signature.algorithm());
        header.put("kid", key.getKeyId());
        claims.put("iss", issuer.toString());
        claims.put("sub", userRef);
        claims.put("aud", "backstage");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(TokenMint.LIFETIME).getEpochSecond());
    }

    public TokenDraft typ(TokenType type) {
        return header("typ", type.header());
    }

    public TokenDraft typ(String type) {
        return header("typ", type);
    }

    public TokenDraft withoutTyp() {
        header.remove("typ");
        return this;
    }

    public TokenDraft issuer(String issuer) {
        return claim("iss", issuer);
    }

    public TokenDraft audience(String audience) {
        return claim("aud", audience);
    }

    public TokenDraft subject(String subject) {
        return claim("sub", subject);
    }

    /** Good for so long from now; the whole seconds of it. */
    public TokenDraft goodFor(Duration time) {
        return claim("exp", now.plus(time).getEpochSecond());
    }

    /** Went out so long ago, having been issued an hour before that. */
    public TokenDraft expiredBy(Duration time) {
        var end = now.minus(time);
        return claim("iat", end.minus(TokenMint.LIFETIME).getEpochSecond()).claim("exp", end.getEpochSecond());
    }

    /** Issued so long from now, as by a clock that goes wrong. */
    public TokenDraft issuedIn(Duration time) {
        var then = now.plus(time);
        return claim("iat", then.getEpochSecond())
                .claim("exp", then.plus(TokenMint.LIFETIME).getEpochSecond());
    }

    public TokenDraft claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public TokenDraft without(String claim) {
        claims.remove(claim);
        return this;
    }

    public TokenDraft header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    public TokenDraft withoutKid() {
        header.remove("kid");
        return this;
    }

    /** Signed by a key that was never published, under a kid that nobody knows. */
    public TokenDraft unknownKid() {
        key = SigningKeys.generate();
        return header("kid", UUID.randomUUID().toString());
    }

    /** Signed by a key that was never published, under the kid of one that is. */
    public TokenDraft rogueKey() {
        key = SigningKeys.generate();
        return this;
    }

    /** Signed by a key that was never published and that the token itself brings along in its header {@code jwk}. */
    public TokenDraft embeddedKey() {
        key = SigningKeys.generate();
        return header("jwk", key.toParams(OutputControlLevel.PUBLIC_ONLY));
    }

    /** Signed in another way than Backstage does, with the header {@code alg} that says so. */
    public TokenDraft signed(SignatureKind kind) {
        signature = kind;
        return header("alg", kind.algorithm());
    }

    /** The token in its compact form, with the identity proof {@code uip} that users' tokens carry. */
    public String mint() {
        if (TokenType.USER.header().equals(header.get("typ"))) {
            claims.putIfAbsent("uip", identityProof());
        }
        var token = CompactToken.sign(header, claims, signature, key);
        Canary.noteJwt("user token of Backstage", token);
        return token;
    }

    /** The signature of the limited token that Backstage can make of this one without asking anybody. */
    private String identityProof() {
        var limitedHeader = new LinkedHashMap<>(header);
        limitedHeader.put("typ", TokenType.LIMITED_USER.header());
        limitedHeader.put("alg", SignatureKind.ES256.algorithm());
        var limitedClaims = new LinkedHashMap<>(claims);
        limitedClaims.keySet().retainAll(Set.of("sub", "iat", "exp"));
        var token = CompactToken.sign(limitedHeader, limitedClaims, SignatureKind.ES256, key);
        Canary.noteJwt("identity proof of Backstage", token);
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
