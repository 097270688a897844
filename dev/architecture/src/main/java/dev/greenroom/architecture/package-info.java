/** The rules that each service's code is checked against, in its own tests. */
@NullMarked
package dev.greenroom.architecture;

import org.jspecify.annotations.NullMarked;
