package dev.greenroom.benchmarks.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A service's metrics, in Prometheus' text format. */
final class Metrics {
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;

    Metrics(URI uri) {
        this.request = HttpRequest.newBuilder(uri).build();
    }

    /** All of one moment. */
    record Look(List<String> lines) {

        /**
         * The sum of the series of this name.
         *
         * @param label one that they have, as {@code outcome="complete"}; empty for any
         */
        double sum(String name, String label) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .filter(line -> line.contains(label))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    Look look() {
        try {
            return new Look(http.send(request, BodyHandlers.ofLines()).body().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
