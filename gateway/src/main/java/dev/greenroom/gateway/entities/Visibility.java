package dev.greenroom.gateway.entities;

/** What Backstage says when a user asks it for an entity. */
enum Visibility {
    VISIBLE,
    /**
     * There is none, this user may not see it, or they are of another environment than the catalog: which of these is
     * not the user's business.
     */
    HIDDEN,
    /** Backstage does not take the user's token. */
    TOKEN_REFUSED,
    /** Backstage does not say. */
    UNKNOWN
}
