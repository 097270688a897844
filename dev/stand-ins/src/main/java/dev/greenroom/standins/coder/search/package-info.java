/** The query language of Coder's lists. */
@NullMarked
package dev.greenroom.standins.coder.search;

import org.jspecify.annotations.NullMarked;
