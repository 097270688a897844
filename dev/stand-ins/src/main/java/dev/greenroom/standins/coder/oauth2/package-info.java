/** Coder as OAuth2 provider, as the recordings show it. No service uses it yet: step 2 links accounts by a pasted token. */
@NullMarked
package dev.greenroom.standins.coder.oauth2;

import org.jspecify.annotations.NullMarked;
