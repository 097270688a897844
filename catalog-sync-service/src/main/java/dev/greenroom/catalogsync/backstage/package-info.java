/** Step one of the flow, read: Backstage's catalog page by page, with each way it can fail as an outcome. */
@NullMarked
package dev.greenroom.catalogsync.backstage;

import org.jspecify.annotations.NullMarked;
