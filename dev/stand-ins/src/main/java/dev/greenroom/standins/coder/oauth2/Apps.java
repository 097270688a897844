package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Rows;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The applications and their secrets. */
final class Apps {

    private static final int SHOWN_LETTERS = 6;

    private final Rows<App> apps;
    private final Rows<AppSecret> secrets;

    Apps(Journal journal) {
        this.apps = new Rows<>("oauth2-app", App.class, journal);
        this.secrets = new Rows<>("oauth2-app-secret", AppSecret.class, journal);
    }

    App create(String name, String callbackUrl, String icon) {
        return apps.put(new App(UUID.randomUUID().toString(), name, callbackUrl, icon));
    }

    Stream<App> all() {
        return apps.all().sorted(Comparator.comparing(App::id));
    }

    Optional<App> find(String id) {
        return apps.find(id);
    }

    /** The application of a client id, as the OAuth2 endpoints want it. */
    App client(String id) {
        return find(id).orElseThrow(Apps::invalidClient);
    }

    static Refusal invalidClient() {
        return Refusal.oauth2(401, "invalid_client", "The client credentials are invalid");
    }

    void remove(App app) {
        secretsOf(app).forEach(secret -> secrets.remove(secret.id()));
        apps.remove(app.id());
    }

    /** Keeps a new secret of an application; its text is shown once. */
    AppSecret addSecret(App app, PrefixedSecret secret) {
        String text = secret.secret();
        return secrets.put(new AppSecret(
                UUID.randomUUID().toString(),
                app.id(),
                secret.prefix(),
                secret.hash(),
                text.substring(text.length() - SHOWN_LETTERS)));
    }

    Stream<AppSecret> secretsOf(App app) {
        return secrets.all().filter(secret -> secret.appId().equals(app.id()));
    }

    void remove(AppSecret secret) {
        secrets.remove(secret.id());
    }

    /** The application's secret that this text is. */
    AppSecret proven(App app, String text) {
        return PrefixedSecret.parse(text)
                .flatMap(given -> secretsOf(app)
                        .filter(secret -> secret.prefix().equals(given.prefix())
                                && secret.hash().equals(given.hash()))
                        .findFirst())
                .orElseThrow(Apps::invalidClient);
    }
}
