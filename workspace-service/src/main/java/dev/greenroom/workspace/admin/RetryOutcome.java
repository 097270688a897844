package dev.greenroom.workspace.admin;

/** What came of an operator's wish to have a command tried again. */
sealed interface RetryOutcome {

    /** It is tried at once: it was waiting, or has been accepted again. */
    record Retried() implements RetryOutcome {}

    record Unknown() implements RetryOutcome {}

    record AlreadyDone() implements RetryOutcome {}

    /** It has made a workspace, and whatever is to be done about that is another command's. */
    record HasAWorkspace() implements RetryOutcome {}
}
