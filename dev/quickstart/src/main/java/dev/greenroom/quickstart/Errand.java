package dev.greenroom.quickstart;

import java.util.List;

/**
 * Something to do in a launch as soon as some parts are ready, while others still start; the launch waits for it.
 *
 * @param needs the parts that must be ready first
 */
record Errand(String name, List<String> needs, Runnable deed) {}
