package dev.greenroom.benchmarks.catalog;

import dev.greenroom.benchmarks.catalog.backstage.LargeBackstage;
import dev.greenroom.quickstart.Home;
import dev.greenroom.quickstart.Neighbours;
import dev.greenroom.quickstart.SingleService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The service under test, with the least heap that it is to do with. */
final class CatalogSync implements AutoCloseable {
    static final int PAGE_SIZE = 500;
    static final String ADMIN = "user:default/admin";

    private static final int HEAP_MEGABYTES = 128;

    private final SingleService service;

    private CatalogSync(SingleService service) {
        this.service = service;
    }

    /** @param between how long it rests between two passes */
    static CatalogSync start(Home home, LargeBackstage backstage, Duration between) {
        var settings = Map.of(
                "greenroom.catalog.read.page-size",
                String.valueOf(PAGE_SIZE),
                "greenroom.catalog.poll.interval",
                between.toSeconds() + "s",
                "greenroom.admins",
                ADMIN);
        var neighbours = Neighbours.backstage(backstage.url(), backstage.token());
        return new CatalogSync(SingleService.start(home, "catalog-sync-service", HEAP_MEGABYTES, neighbours, settings));
    }

    String kafka() {
        return service.kafka();
    }

    URI url() {
        return service.url();
    }

    Metrics metrics() {
        return new Metrics(service.management().resolve("/q/metrics"));
    }

    /** The most memory that its process ever had, as the system counts it. */
    double peakMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + service.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is on its heap and still used, after the collector has taken all else. */
    double liveMegabytes() {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            int exit = new ProcessBuilder(jcmd, String.valueOf(service.pid()), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("jcmd exited with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return metrics().look().sum("jvm_memory_used_bytes", "area=\"heap\"") / (1024 * 1024);
    }

    @Override
    public void close() {
        service.close();
    }
}
