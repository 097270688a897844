package dev.greenroom.standins.backstage;

import java.net.URI;
import java.util.Map;

/** An empty PostgreSQL database for a real Backstage, owned by the role that it logs in as. */
public record BackstageDatabase(String host, int port, String name, String user, String password) {
    private static final String SCHEME = "jdbc:";

    /** @param jdbcUrl {@code jdbc:postgresql://host:port/name} */
    public static BackstageDatabase of(String jdbcUrl, String user, String password) {
        var address = URI.create(jdbcUrl.substring(SCHEME.length()));
        return new BackstageDatabase(
                address.getHost(), address.getPort(), address.getPath().substring(1), user, password);
    }

    Map<String, String> environment() {
        return Map.of(
                "BACKSTAGE_DATABASE_HOST", host,
                "BACKSTAGE_DATABASE_PORT", String.valueOf(port),
                "BACKSTAGE_DATABASE_NAME", name,
                "BACKSTAGE_DATABASE_USER", user,
                "BACKSTAGE_DATABASE_PASSWORD", password);
    }

    @Override
    public String toString() {
        return "BackstageDatabase[" + user + "@" + host + ":" + port + "/" + name + "]";
    }
}
