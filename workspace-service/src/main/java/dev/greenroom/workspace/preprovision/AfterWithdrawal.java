package dev.greenroom.workspace.preprovision;

/** What becomes of workspaces that came up with nobody asking, once their entity is no longer opted in. None is deleted. */
enum AfterWithdrawal {
    KEEP,
    /** Those that nobody has used are stopped. */
    STOP
}
