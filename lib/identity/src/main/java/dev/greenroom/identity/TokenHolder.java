package dev.greenroom.identity;

import dev.greenroom.contracts.UserRef;

/** Whose token came with a request, on a path that users and services may call. */
public sealed interface TokenHolder {

    /** A Backstage user. */
    record User(UserRef ref) implements TokenHolder {}

    /** A service, or whatever else is a client of the issuer of services' tokens. */
    record Client(String id) implements TokenHolder {}
}
