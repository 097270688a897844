/** Plain statements, for the tables whose locks, clocks and sets of rows matter more than their objects. */
@NullMarked
package dev.greenroom.database;

import org.jspecify.annotations.NullMarked;
