/** Coder as OAuth2 provider, with which step 2 of the flow links accounts. */
@NullMarked
package dev.greenroom.standins.coder.oauth2;

import org.jspecify.annotations.NullMarked;
