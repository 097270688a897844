/**
 * Signing in with Coder at Backstage, for clients that speak to Coder's OAuth2 provider and can't do PKCE: to them
 * Greenroom is that provider (RFC 6749), to Coder it is a client with PKCE. A session holds on to a grant; its tokens
 * are opaque, and good here only. It links no account.
 */
@NullMarked
package dev.greenroom.auth.signin;

import org.jspecify.annotations.NullMarked;
