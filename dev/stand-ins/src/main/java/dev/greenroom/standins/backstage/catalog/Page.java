package dev.greenroom.standins.backstage.catalog;

import java.util.List;
import java.util.Optional;

/** An answer of {@code by-query}. */
public record Page(List<Entity> items, int totalItems, Optional<String> nextCursor, Optional<String> prevCursor) {}
