package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import java.util.Optional;

/**
 * The ends of a grant: revocation by the client (RFC 7009), which needs no secret and is 200 for unknown tokens, and
 * withdrawal by the user (recorded: {@code 75-revoke-missing-token} to {@code 90-access-token-after-delete-tokens}).
 */
final class RevocationRoutes {

    private final Experiment experiment;
    private final Authentication authentication;
    private final Apps apps;
    private final Grants grants;

    RevocationRoutes(Experiment experiment, Authentication authentication, Apps apps, Grants grants) {
        this.experiment = experiment;
        this.authentication = authentication;
        this.apps = apps;
        this.grants = grants;
    }

    void add(Endpoints endpoints) {
        endpoints.post("/oauth2/revoke", experiment.needed(this::revoke));
        endpoints.delete("/oauth2/tokens", experiment.needed(authentication.signedIn(this::withdraw)));
    }

    private void revoke(Exchange exchange) {
        App app = Client.of(exchange, apps).app();
        String token = exchange.request().getFormAttribute("token");
        if (token == null) {
            throw Refusal.oauth2(400, "invalid_request", "missing token parameter");
        }
        Optional<Grant> grant;
        if (PrefixedSecret.parse(token).isPresent()) {
            grant = grants.ofRefreshToken(token);
        } else if (token.contains("-")) {
            grant = grants.ofAccessToken(token);
        } else {
            throw Refusal.oauth2(400, "invalid_request", "Invalid token format");
        }
        grant.filter(found -> found.appId().equals(app.id())).ifPresent(found -> grants.removeIf(found::equals));
        exchange.empty(200);
    }

    private void withdraw(Exchange exchange, Caller caller) {
        String clientId = exchange.query("client_id");
        App app = apps.client(clientId == null ? "" : clientId);
        grants.removeIf(grant -> grant.appId().equals(app.id())
                && grant.userId().equals(caller.user().id()));
        exchange.empty(204);
    }
}
