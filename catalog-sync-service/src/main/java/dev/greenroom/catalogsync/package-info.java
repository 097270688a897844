/** Step 1 of the flow, catalog-sync-service: reads Backstage's catalog, compiles each entity's Coder configuration, publishes changes. */
@NullMarked
package dev.greenroom.catalogsync;

import org.jspecify.annotations.NullMarked;
