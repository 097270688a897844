package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.Reason;

/** Where a value stands in the entity's YAML, such as {@code spec.coder.params.cpu}. */
record Path(String text) {
    static final Path CODER = new Path("spec.coder");
    static final Path OWNER = new Path("spec.owner");
    static final Path SOURCE_LOCATION = new Path("metadata.annotations.backstage.io/source-location");

    private static final int LONGEST = 200;

    Path at(String key) {
        return new Path(text + "." + key);
    }

    Path at(int index) {
        return new Path(text + "[" + index + "]");
    }

    /** @param what the rest of a sentence that begins with this place */
    Reason reason(ReasonCode code, String what) {
        var place = PlainText.repaired(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        return new Reason(code.name(), place, place + " " + what + ".");
    }
}
