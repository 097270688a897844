package dev.greenroom.quickstart;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real Coder and Backstage that Greenroom is to stand between; null where a stand-in takes the place.
 *
 * @param coderApplication Greenroom as an application of the real Coder; null where none is registered
 * @param backstageToken a static token of Backstage's {@code externalAccess} that may read the catalog
 * @param admins users of the real Backstage, as {@code greenroom.admins} has them; null for none
 */
public record Neighbours(
        @Nullable URI coder,
        @Nullable CoderApplication coderApplication,
        @Nullable URI backstage,
        @Nullable String backstageToken,
        @Nullable String admins) {
    public static final Neighbours NONE = new Neighbours(null, null, null, null, null);

    private static final List<String> APPLICATION = List.of(
            "GREENROOM_CODER_OAUTH2_CLIENT_ID",
            "GREENROOM_CODER_OAUTH2_CLIENT_SECRET",
            "GREENROOM_CODER_OAUTH2_CALLBACK");

    /** A Coder that accounts are linked with by API tokens only, and the stand-in for Backstage. */
    public static Neighbours coder(URI coder) {
        return new Neighbours(coder, null, null, null, null);
    }

    /** A Backstage, and the stand-in for Coder. */
    public static Neighbours backstage(URI backstage, String token) {
        return new Neighbours(null, null, backstage, token, null);
    }

    /**
     * Reads {@code GREENROOM_CODER_URL} with {@code GREENROOM_CODER_OAUTH2_*}, and {@code GREENROOM_BACKSTAGE_URL} with
     * {@code GREENROOM_BACKSTAGE_TOKEN} and {@code GREENROOM_ADMINS}.
     *
     * @throws Launch.PartFailed where a Backstage is named without its token, or half an application
     */
    static Neighbours of(Map<String, String> environment) {
        var backstage = url(environment.get("GREENROOM_BACKSTAGE_URL"));
        var token = environment.get("GREENROOM_BACKSTAGE_TOKEN");
        if (backstage != null && token == null) {
            throw new Launch.PartFailed(
                    "GREENROOM_BACKSTAGE_URL is set, GREENROOM_BACKSTAGE_TOKEN is not: give it a static"
                            + " token of Backstage's backend.auth.externalAccess");
        }
        return new Neighbours(
                url(environment.get("GREENROOM_CODER_URL")),
                application(environment),
                backstage,
                token,
                environment.get("GREENROOM_ADMINS"));
    }

    private static @Nullable CoderApplication application(Map<String, String> environment) {
        var given = APPLICATION.stream()
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .toList();
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() < APPLICATION.size()) {
            throw new Launch.PartFailed("of " + String.join(", ", APPLICATION) + " all must be set, or none");
        }
        return new CoderApplication(given.get(0), given.get(1), URI.create(given.get(2)));
    }

    private static @Nullable URI url(@Nullable String text) {
        return text == null || text.isBlank() ? null : URI.create(text.replaceAll("/+$", ""));
    }

    boolean allStandIns() {
        return coder == null && backstage == null;
    }

    @Override
    public String toString() {
        return "Neighbours[coder=" + coder + ", backstage=" + backstage + "]";
    }

    /** What a user should know who has a real Coder that does not know Greenroom; null where there is nothing. */
    @Nullable String hint(URI gateway) {
        return coder == null || coderApplication != null
                ? null
                : "accounts are linked by API tokens only; for links by Coder's consent, register an OAuth2 application"
                        + " there with the callback " + gateway.resolve("/oauth2/callback") + ", and set "
                        + String.join(", ", APPLICATION);
    }
}
