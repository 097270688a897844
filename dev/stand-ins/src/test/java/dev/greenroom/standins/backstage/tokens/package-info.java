/** Checks tokens by other code than that which mints them. */
package dev.greenroom.standins.backstage.tokens;
