package dev.greenroom.benchmarks.catalog;

import dev.greenroom.benchmarks.Samples;

/**
 * What came of following a catalog of one size.
 *
 * @param entities that the service reads
 * @param requests of the unchanged pass that asked most
 * @param publishedOfNothing events that came of all unchanged passes
 * @param missedByOne how many events were missing or beside the point after one change
 * @param missedByMany the same after {@link CatalogRun#CHANGED} changes, beside as many that mean nothing to Coder
 * @param missedByGroup the same after a change of the members of a group
 * @param missedByLargest the same after a change of the members of the largest group
 * @param paced at the pace of the real back end
 * @param hurried as fast as the stand-in can
 * @param hints from each to its event, in milliseconds
 * @param peakMegabytes the most memory that the service's process ever had
 * @param liveMegabytes what its heap holds at the end
 */
record CatalogFollowed(
        int entities,
        double firstPassSeconds,
        int firstPublished,
        int requests,
        int publishedOfNothing,
        int missedByOne,
        int missedByMany,
        int missedByGroup,
        int missedByLargest,
        Rounds paced,
        Rounds hurried,
        Samples hints,
        double peakMegabytes,
        double liveMegabytes) {

    /** Those of the unchanged pass by those that nobody could do without: each page, and one to spare. */
    double requestsRatio() {
        int pagesNeeded = (entities + CatalogSync.PAGE_SIZE - 1) / CatalogSync.PAGE_SIZE;
        return requests / (pagesNeeded + 1.0);
    }
}
