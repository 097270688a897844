package dev.greenroom.benchmarks.catalog;

import java.util.List;

/**
 * A pass of the service's, from one rest to the next.
 *
 * @param requests to Backstage's catalog
 * @param published about which entities something came on Kafka since the rest before, once for each event
 */
record Pass(double seconds, int requests, List<String> published) {}
