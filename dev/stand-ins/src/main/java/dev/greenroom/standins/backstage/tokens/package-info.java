/** Backstage's tokens: the keys that sign them, the tokens of users (and ones that must be refused), and who a token says. */
@NullMarked
package dev.greenroom.standins.backstage.tokens;

import org.jspecify.annotations.NullMarked;
