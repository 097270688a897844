package dev.greenroom.auth.seal;

import java.util.List;

/**
 * What came of a look at a column's rows.
 *
 * @param resealed how many rows are of the primary key now
 * @param unopened those that were left, since no key opens them
 */
record Resealed(long resealed, List<Place> unopened) {}
