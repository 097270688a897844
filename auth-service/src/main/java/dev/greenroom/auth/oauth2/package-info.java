/**
 * Step 2, linking by Coder's OAuth2 provider (RFC 6749, RFC 7636). Coder's consent makes a grant; only the user who
 * began can finish the link, with a code that the callback gives to its browser: so nobody can have others consent to
 * a link of theirs.
 */
@NullMarked
package dev.greenroom.auth.oauth2;

import org.jspecify.annotations.NullMarked;
