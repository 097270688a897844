/**
 * A stand-in for a Backstage whose catalog is as large as one likes, in a process of its own: it makes each entity of its
 * number when it is asked for, and keeps none. That of {@code dev.greenroom.standins.backstage} reads files, and is for
 * some thousands at most.
 */
@NullMarked
package dev.greenroom.benchmarks.catalog.backstage;

import org.jspecify.annotations.NullMarked;
