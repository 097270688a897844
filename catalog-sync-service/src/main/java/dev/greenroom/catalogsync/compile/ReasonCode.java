package dev.greenroom.catalogsync.compile;

/** The codes of the reasons that catalog-sync gives; the name is what stands in the message. */
public enum ReasonCode {
    /** Not ready: neither the entity nor the operator's defaults name a template. */
    NO_TEMPLATE,
    /** Not ready: nothing says which repository the workspace is for. */
    NO_REPO_URL,

    /** Invalid: a value of the wrong kind, or outside what is allowed. */
    INVALID_VALUE,
    /** Invalid: {@code spec.coder.deployment} names a Coder that this Greenroom doesn't serve. */
    UNKNOWN_DEPLOYMENT,
    /** Invalid: more text than a creation link or a message can carry. */
    TOO_LARGE,

    /** Warning: a number or a boolean, taken as its text. */
    TAKEN_AS_TEXT,
    /** Warning: a key without a value, read as if it weren't there. */
    EMPTY_VALUE,
    /** Warning: a key that means nothing here, most often a typing error. */
    UNKNOWN_KEY,
    /** Warning: a source location that is no web address of a repository. */
    SOURCE_LOCATION_IGNORED,
    /** Warning: {@code preprovision.for} names somebody who doesn't own the entity. */
    NOT_AN_OWNER,
    /** Warning: more owners than a message carries; those who are left out are not pre-provisioned for. */
    OWNERS_LEFT_OUT
}
