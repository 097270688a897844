package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.RefreshToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Has Coder revoke a pair of tokens that was issued and that no grant keeps, now or, while Coder is away, later. */
@ApplicationScoped
public class RevokePair {
    private final OAuth2Client coder;
    private final PairToRevokeStore pairs;

    RevokePair(OAuth2Client coder, PairToRevokeStore pairs) {
        this.coder = coder;
        this.pairs = pairs;
    }

    /** Blocks while Coder is asked, once. Where it does not say yes, it is asked again until it does. */
    public void revoke(RefreshToken token) {
        if (!coder.revoke(token)) {
            QuarkusTransaction.requiringNew().run(() -> pairs.add(token));
        }
    }
}
