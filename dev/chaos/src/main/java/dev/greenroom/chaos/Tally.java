package dev.greenroom.chaos;

import java.util.ArrayList;
import java.util.List;

/** What went wrong, with the evidence of each. */
final class Tally {
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> reordered = new ArrayList<>();

    void lost(String evidence) {
        lost.add(evidence);
    }

    void doubled(String evidence) {
        doubled.add(evidence);
    }

    void reordered(String evidence) {
        reordered.add(evidence);
    }

    boolean clean() {
        return lost.isEmpty() && doubled.isEmpty() && reordered.isEmpty();
    }

    /** A line for each. */
    List<String> evidence() {
        var all = new ArrayList<String>();
        lost.forEach(one -> all.add("lost: " + one));
        doubled.forEach(one -> all.add("doubled: " + one));
        reordered.forEach(one -> all.add("reordered: " + one));
        return all;
    }

    @Override
    public String toString() {
        return "lost=" + lost.size() + " doubled=" + doubled.size() + " reordered=" + reordered.size();
    }
}
