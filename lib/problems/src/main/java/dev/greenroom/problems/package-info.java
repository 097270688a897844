/**
 * How every error leaves over HTTP: {@code application/problem+json} with a stable code, and nothing of the inside; and what is an outage
 * of the database, for which the answer is 503, and waiting where nobody is answered.
 */
@NullMarked
package dev.greenroom.problems;

import org.jspecify.annotations.NullMarked;
