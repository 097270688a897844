package dev.greenroom.auth.issuer;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** The public halves of the keys that sign the services' tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
class JwksResource {
    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    public KeySet get() {
        return new KeySet(keys.all().stream().map(KeyPairJwk::publicParameters).toList());
    }

    /** RFC 7517 section 5. */
    record KeySet(List<Map<String, Object>> keys) {}
}
