package dev.greenroom.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param aim the most that it should be; null where there is no aim
 */
public record Figure(
        String metric, double value, String unit, @Nullable Double aim) {

    public static final String RATIO = "ratio";

    enum Verdict {
        MET,
        MISSED,
        /** There is no aim: the number is told for its own sake. */
        TOLD
    }

    Verdict verdict() {
        if (aim == null) {
            return Verdict.TOLD;
        }
        return value <= aim ? Verdict.MET : Verdict.MISSED;
    }

    /** Metric, value, unit, aim and verdict, separated by tabs. */
    String line() {
        return String.join(
                "\t",
                metric,
                number(value),
                unit,
                aim == null ? "-" : number(aim),
                verdict().name());
    }

    private String number(double value) {
        return String.format(Locale.ROOT, unit.equals(RATIO) ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
