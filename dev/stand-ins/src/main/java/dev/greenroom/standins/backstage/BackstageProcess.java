package dev.greenroom.standins.backstage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The stand-in as a process of its own: {@code BackstageProcess CATALOG STATE HOST PORT BASE_URL GUEST}, with the static
 * token of catalog-sync-service in the environment as {@code GREENROOM_BACKSTAGE_TOKEN}. Ends on SIGTERM.
 */
public final class BackstageProcess {
    private BackstageProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var settings = new BackstageSettings(
                Path.of(args[0]),
                Path.of(args[1]),
                args[2],
                Integer.parseInt(args[3]),
                URI.create(args[4]),
                Objects.requireNonNull(
                        System.getenv("GREENROOM_BACKSTAGE_TOKEN"), "GREENROOM_BACKSTAGE_TOKEN is not set"),
                args[5]);
        var backstage = BackstageStandIn.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(backstage::close));
        System.out.println("ready: Backstage on " + backstage.url());
        Thread.currentThread().join();
    }
}
