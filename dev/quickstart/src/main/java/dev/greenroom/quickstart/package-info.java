/** The whole flow on one machine with a JDK: starts every part as a process, waits until it is well, and tells what happens. */
@NullMarked
package dev.greenroom.quickstart;

import org.jspecify.annotations.NullMarked;
