package dev.greenroom.standins.coder.keys;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** API keys as Coder shows them (recorded: {@code 32-token-list}, {@code 71-key-of-oauth-token}). */
final class TokenJson {

    private TokenJson() {}

    static JsonObject of(ApiKey key) {
        return new JsonObject()
                .put("id", key.id())
                .put("user_id", key.userId())
                .put("last_used", key.lastUsed().toString())
                .put("expires_at", key.expiresAt().toString())
                .put("created_at", key.createdAt().toString())
                .put("updated_at", key.createdAt().toString())
                .put("login_type", key.origin().loginType())
                .put("scope", key.scopes().contains(Scopes.ALL) ? "all" : "")
                .put("scopes", new JsonArray(key.scopes()))
                .put("token_name", key.tokenName())
                .put("lifetime_seconds", key.lifetimeSeconds())
                .put("allow_list", new JsonArray().add("*:*"));
    }
}
