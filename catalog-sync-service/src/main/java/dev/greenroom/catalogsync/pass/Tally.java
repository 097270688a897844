package dev.greenroom.catalogsync.pass;

/** Counts what one page, or several, came to. */
record Tally(int seen, int invalid, int changed) {
    static final Tally NOTHING = new Tally(0, 0, 0);

    Tally plus(Tally more) {
        return new Tally(seen + more.seen, invalid + more.invalid, changed + more.changed);
    }
}
