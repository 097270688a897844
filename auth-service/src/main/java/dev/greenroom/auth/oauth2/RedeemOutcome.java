package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.account.LinkedAccount;

/** What came of finishing a link. */
sealed interface RedeemOutcome {

    record Linked(LinkedAccount account) implements RedeemOutcome {}

    /** The code is unknown, was used, is over, or is of a link that another user began. */
    record CodeRefused() implements RedeemOutcome {}

    /** Another Backstage user has linked this Coder user, and the operator wants one for each. */
    record CoderUserTaken() implements RedeemOutcome {}
}
