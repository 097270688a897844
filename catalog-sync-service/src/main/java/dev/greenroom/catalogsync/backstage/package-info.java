/** Part of step 1 of the flow: reads Backstage's catalog page by page, with each way it can fail as an outcome. */
@NullMarked
package dev.greenroom.catalogsync.backstage;

import org.jspecify.annotations.NullMarked;
