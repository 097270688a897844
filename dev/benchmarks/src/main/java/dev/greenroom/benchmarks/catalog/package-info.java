/** The catalog's figures: catalog-sync-service by itself, with PostgreSQL and Kafka, over half a million entities. */
@NullMarked
package dev.greenroom.benchmarks.catalog;

import org.jspecify.annotations.NullMarked;
