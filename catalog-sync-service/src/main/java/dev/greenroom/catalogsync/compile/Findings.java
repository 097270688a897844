package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.Reason;
import java.util.ArrayList;
import java.util.List;

/** Collects what is said about one entity. Bounded: what an author writes must not outgrow a message. */
final class Findings {
    private static final int MOST = 20;

    private final List<Reason> invalid = new ArrayList<>();
    private final List<Reason> warnings = new ArrayList<>();

    /** Makes the entity invalid. */
    void refuse(ReasonCode code, Path path, String what) {
        add(invalid, code, path, what);
    }

    void warn(ReasonCode code, Path path, String what) {
        add(warnings, code, path, what);
    }

    List<Reason> invalid() {
        return invalid;
    }

    List<Reason> warnings() {
        return warnings;
    }

    private static void add(List<Reason> to, ReasonCode code, Path path, String what) {
        if (to.size() < MOST) {
            to.add(path.reason(code, what));
        }
    }
}
