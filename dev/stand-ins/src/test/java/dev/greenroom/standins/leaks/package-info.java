@NullMarked
package dev.greenroom.standins.leaks;

import org.jspecify.annotations.NullMarked;
