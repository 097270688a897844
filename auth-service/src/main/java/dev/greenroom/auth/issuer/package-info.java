/** Step 2: the services' own identity, an issuer of access tokens for client credentials. */
@NullMarked
package dev.greenroom.auth.issuer;

import org.jspecify.annotations.NullMarked;
