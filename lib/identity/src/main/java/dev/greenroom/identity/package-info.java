/**
 * Who calls: a user by Backstage's token, or one of our own services on {@code /internal} and the few other paths that are
 * open to services, proven once and cached.
 */
@NullMarked
package dev.greenroom.identity;

import org.jspecify.annotations.NullMarked;
