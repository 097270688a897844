package dev.greenroom.quickstart;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real Coder and Backstage that Greenroom is to stand between; null where a stand-in takes the place.
 *
 * @param backstageToken a static token of Backstage's {@code externalAccess} that may read the catalog
 */
public record Neighbours(
        @Nullable URI coder,
        @Nullable URI backstage,
        @Nullable String backstageToken) {
    public static final Neighbours NONE = new Neighbours(null, null, null);

    /**
     * Reads {@code GREENROOM_CODER_URL}, {@code GREENROOM_BACKSTAGE_URL} and {@code GREENROOM_BACKSTAGE_TOKEN}.
     *
     * @throws Launch.PartFailed where a Backstage is named without its token
     */
    static Neighbours of(Map<String, String> environment) {
        var backstage = url(environment.get("GREENROOM_BACKSTAGE_URL"));
        var token = environment.get("GREENROOM_BACKSTAGE_TOKEN");
        if (backstage != null && token == null) {
            throw new Launch.PartFailed(
                    "GREENROOM_BACKSTAGE_URL is set, GREENROOM_BACKSTAGE_TOKEN is not: give it a static"
                            + " token of Backstage's backend.auth.externalAccess");
        }
        return new Neighbours(url(environment.get("GREENROOM_CODER_URL")), backstage, token);
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
}
