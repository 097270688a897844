package dev.greenroom.gateway.entities;

/** What Backstage says when a user asks it for an entity. */
enum Visibility {
    VISIBLE,
    /** There is none, or this user may not see it: which of them is not the user's business. */
    HIDDEN,
    /** Backstage does not take the user's token. */
    TOKEN_REFUSED,
    /** Backstage does not say. */
    UNKNOWN
}
