package dev.greenroom.auth.account;

import java.util.UUID;

/**
 * The tokens that a grant has, or had: each generation is followed by another, and never comes back.
 *
 * @param grant the grant's id
 */
record Tokens(UUID grant, long generation) {

    static Tokens of(Grant grant) {
        return new Tokens(grant.id(), grant.generation());
    }

    /** Those that a refresh makes of these. */
    Tokens next() {
        return new Tokens(grant, generation + 1);
    }
}
