package dev.greenroom.standins.backstage;

/** What came of trying to start a real Backstage. */
public sealed interface RealBackstageOutcome {
    /** It answers, and has read the catalog; the caller closes it. */
    record Started(RealBackstage backstage) implements RealBackstageOutcome {}

    /**
     * This machine can't have one.
     *
     * @param reason a clause, such as "npm did not answer"
     */
    record LeftOut(String reason) implements RealBackstageOutcome {}
}
