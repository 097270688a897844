/** The figures that the README quotes, measured on the machine that runs this. */
@NullMarked
package dev.greenroom.benchmarks;

import org.jspecify.annotations.NullMarked;
