package dev.greenroom.standins.recordings;

import java.util.regex.Pattern;

/** When two different texts mean the same, as two random identifiers do. */
@FunctionalInterface
public interface Likeness {
    Likeness EQUAL = String::equals;
    Likeness UUIDS = pattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    Likeness TIMES = pattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    boolean alike(String recorded, String answered);

    /** Both texts have this form. */
    static Likeness pattern(String regex) {
        var form = Pattern.compile(regex);
        return (recorded, answered) ->
                form.matcher(recorded).matches() && form.matcher(answered).matches();
    }

    default Likeness or(Likeness other) {
        return (recorded, answered) -> alike(recorded, answered) || other.alike(recorded, answered);
    }
}
