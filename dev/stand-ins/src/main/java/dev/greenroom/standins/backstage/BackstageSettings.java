package dev.greenroom.standins.backstage;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a stand-in starts with.
 *
 * @param catalog the folder of entity files, read with all its folders
 * @param state where uids and signing keys outlive the process
 * @param host the address to listen on
 * @param baseUrl as clients and tokens name it, without a slash at the end
 * @param staticToken what catalog-sync-service shows
 * @param guest the user whom a sign-in as guest gives: {@code user:namespace/name}
 */
public record BackstageSettings(
        Path catalog, Path state, String host, int port, URI baseUrl, String staticToken, String guest) {
    /** Backstage's own default. */
    public static final String DEFAULT_GUEST = "user:development/guest";

    /** A stand-in on 127.0.0.1. */
    public static BackstageSettings local(Path catalog, Path state, int port, String staticToken) {
        var baseUrl = URI.create("http://127.0.0.1:" + port);
        return new BackstageSettings(catalog, state, "127.0.0.1", port, baseUrl, staticToken, DEFAULT_GUEST);
    }

    public BackstageSettings guest(String userRef) {
        return new BackstageSettings(catalog, state, host, port, baseUrl, staticToken, userRef);
    }

    URI issuer() {
        return URI.create(baseUrl + "/api/auth");
    }

    @Override
    public String toString() {
        return "BackstageSettings[" + baseUrl + ", catalog=" + catalog + ", state=" + state + "]";
    }
}
