package dev.greenroom.identity;

import dev.greenroom.standins.backstage.tokens.TokenDraft;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/** Makes tokens without a key: of pieces of good ones, or by HMAC with the published key, as text. */
final class Forgery {
    private Forgery() {}

    static String hs256WithPem(TokenDraft draft, Map<String, Object> published) {
        return hs256(draft, pem(publicKey(published)));
    }

    static String hs256WithJwk(TokenDraft draft, Map<String, Object> published) {
        return hs256(draft, JsonUtil.toJson(published));
    }

    /** A good token's header and signature around the content of another. */
    static String withContentOf(TokenDraft other, TokenDraft good) {
        var parts = good.mint().split("\\.");
        return parts[0] + "." + other.mint().split("\\.")[1] + "." + parts[2];
    }

    private static String hs256(TokenDraft draft, String secret) {
        var parts = draft.mint().split("\\.");
        var header = decode(parts[0]).replace("\"ES256\"", "\"HS256\"");
        var content = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + parts[1];
        return content + "." + encode(mac(content, secret));
    }

    private static byte[] mac(String content, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey(Map<String, Object> published) {
        try {
            return (PublicKey) JsonWebKey.Factory.newJwk(published).getKey();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(PublicKey key) {
        var body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8)).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
