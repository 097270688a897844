package dev.greenroom.standins.backstage;

import dev.greenroom.standins.backstage.tokens.TokenDraft;

/** A second Backstage beside the first: the environment {@value NAME}, with keys and users of its own. */
public record StagingBackstage(BackstageStandIn standIn) {
    public static final String NAME = "staging";

    /** A good token of one of its users, or one to be made wrong first. */
    public TokenDraft tokenFor(String userRef) {
        return standIn.tokenFor(userRef);
    }
}
