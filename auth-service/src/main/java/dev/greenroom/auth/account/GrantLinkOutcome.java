package dev.greenroom.auth.account;

/** What came of linking a user with a grant that Coder's consent has made. */
public sealed interface GrantLinkOutcome {

    record Linked(LinkedAccount account) implements GrantLinkOutcome {}

    /** Another Backstage user has linked this Coder user, and the operator wants one for each. */
    record CoderUserTaken() implements GrantLinkOutcome {}

    /** The grant is no longer there. */
    record Gone() implements GrantLinkOutcome {}
}
