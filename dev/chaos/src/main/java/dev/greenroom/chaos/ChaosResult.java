package dev.greenroom.chaos;

/** What a run came to. */
record ChaosResult(ChaosOptions options, Tally tally, int kills, String killed) {

    /** Nothing went wrong, although all the kills were made that were asked for. */
    boolean green() {
        return tally.clean() && kills == options.kills();
    }

    @Override
    public String toString() {
        return tally + " " + killed + " seed=" + options.seed();
    }
}
