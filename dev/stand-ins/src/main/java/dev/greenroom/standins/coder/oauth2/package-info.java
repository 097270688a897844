/** Coder as OAuth2 provider, as the recordings show it. Step 2 of the flow links accounts through it. */
@NullMarked
package dev.greenroom.standins.coder.oauth2;

import org.jspecify.annotations.NullMarked;
