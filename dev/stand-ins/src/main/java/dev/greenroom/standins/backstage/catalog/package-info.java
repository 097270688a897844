/** Backstage's catalog: a folder of entity files, what Backstage makes of them, and its answers to queries; no HTTP. */
@NullMarked
package dev.greenroom.standins.backstage.catalog;

import org.jspecify.annotations.NullMarked;
