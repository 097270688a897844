package dev.greenroom.workspace.operation;

/** Whether an operation may be done with the rights of a link. */
public enum Permission {
    YES,
    /** It was asked for under another link, or before there was one. */
    NO,
    /** That link has not come through yet, so nobody can tell. */
    NOT_YET
}
