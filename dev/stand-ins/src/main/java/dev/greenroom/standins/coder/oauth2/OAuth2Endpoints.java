package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.keys.ApiKeys;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.steering.Settings;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Supplier;

/** All routes of the OAuth2 provider, put together. */
public final class OAuth2Endpoints {

    private final Vertx vertx;
    private final Authentication authentication;
    private final ApiKeys keys;
    private final Settings settings;
    private final Clock clock;
    private final Supplier<String> url;
    private final Apps apps;

    public OAuth2Endpoints(
            Vertx vertx,
            Journal journal,
            Authentication authentication,
            ApiKeys keys,
            Settings settings,
            Clock clock,
            Supplier<String> url) {
        this.vertx = vertx;
        this.authentication = authentication;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.url = url;
        this.apps = new Apps(journal);
    }

    /** Registers an application, as an owner would with Coder's API. */
    public ClientCredentials register(String name, String callbackUrl) {
        App app = apps.create(name, callbackUrl, "");
        PrefixedSecret secret = PrefixedSecret.random("client secret");
        apps.addSecret(app, secret);
        return new ClientCredentials(app.id(), secret.text());
    }

    public void add(Endpoints endpoints, Journal journal) {
        Experiment experiment = new Experiment(settings);
        Codes codes = new Codes(journal, clock);
        Grants grants = new Grants(journal, keys, settings, clock);
        new MetadataRoutes(experiment, url).add(endpoints);
        new AppRoutes(experiment, authentication, apps, grants, url).add(endpoints);
        new AuthorizeRoutes(experiment, authentication, apps, codes).add(endpoints);
        new TokenEndpoint(vertx, experiment, apps, codes, grants).add(endpoints);
        new RevocationRoutes(experiment, authentication, apps, grants).add(endpoints);
    }
}
