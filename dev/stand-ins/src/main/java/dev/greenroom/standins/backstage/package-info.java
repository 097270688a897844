/** A stand-in for Backstage's back end, that serves a folder of entity files; and the real one, where npm answers. */
@NullMarked
package dev.greenroom.standins.backstage;

import org.jspecify.annotations.NullMarked;
