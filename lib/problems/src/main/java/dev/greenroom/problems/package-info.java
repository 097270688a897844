/** How every error leaves over HTTP: {@code application/problem+json} with a stable code, and nothing of the inside. */
@NullMarked
package dev.greenroom.problems;

import org.jspecify.annotations.NullMarked;
