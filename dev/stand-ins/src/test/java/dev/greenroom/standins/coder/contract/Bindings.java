package dev.greenroom.standins.coder.contract;

import dev.greenroom.standins.recordings.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands for what: the names, ids and secrets of the recordings, and those of this run. Ids and placeholders are
 * learned from answers; an id that is known has to stay the same from then on.
 */
final class Bindings implements Likeness {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Z][A-Z0-9_]*>");
    private static final String NO_UUID = "00000000-0000-0000-0000-000000000000";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Pattern> varying = new HashMap<>();

    /** Wherever the recordings have one text, this run has another. */
    void let(String recorded, String here) {
        texts.put(recorded, here);
    }

    /** Where a whole value of an answer is one text in the recordings, it may be another here. */
    void letValue(String recorded, String here) {
        values.put(recorded, here);
    }

    /** Where a whole value of an answer is this text, it is another at each run, of this form. */
    void varies(String recorded, String regex) {
        varying.put(recorded, Pattern.compile(regex));
    }

    String here(String recorded) {
        if (!texts.containsKey(recorded)) {
            throw new IllegalArgumentException("Nothing stands for " + recorded);
        }
        return texts.get(recorded);
    }

    /** A recording in the words of this run; what its answer has for secrets stays, to be learned anew. */
    String edit(String recording) {
        int answer = recording.indexOf("### response");
        return replace(recording.substring(0, answer), text -> true)
                + replace(
                        recording.substring(answer),
                        text -> !PLACEHOLDER.matcher(text).matches());
    }

    /** All texts in one go, so that what was put in is not looked at again. */
    private String replace(String recorded, Predicate<String> condition) {
        String anyText = texts.keySet().stream()
                .filter(condition)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return anyText.isEmpty()
                ? recorded
                : Pattern.compile(anyText)
                        .matcher(recorded)
                        .replaceAll(found -> Matcher.quoteReplacement(here(found.group())));
    }

    @Override
    public boolean alike(String recorded, String answered) {
        if (recorded.equals(answered) || answered.equals(values.get(recorded))) {
            return true;
        }
        if (varying.containsKey(recorded)) {
            return varying.get(recorded).matcher(answered).matches();
        }
        if (PLACEHOLDER.matcher(recorded).find()) {
            return learnPlaceholders(recorded, answered);
        }
        if (UUID.matcher(recorded).matches() && UUID.matcher(answered).matches()) {
            return learnId(recorded, answered);
        }
        return Likeness.TIMES.alike(recorded, answered);
    }

    private boolean learnId(String recorded, String answered) {
        if (answered.equals(texts.get(recorded))) {
            return true;
        }
        boolean isKnown = recorded.equals(NO_UUID) || answered.equals(NO_UUID) || texts.containsValue(recorded);
        return !isKnown && texts.putIfAbsent(recorded, answered) == null;
    }

    private boolean learnPlaceholders(String recorded, String answered) {
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        int end = 0;
        Matcher placeholders = PLACEHOLDER.matcher(recorded);
        while (placeholders.find()) {
            regex.append(Pattern.quote(recorded.substring(end, placeholders.start())))
                    .append("([^&;\\s]+)");
            names.add(placeholders.group());
            end = placeholders.end();
        }
        Matcher matcher =
                Pattern.compile(regex + Pattern.quote(recorded.substring(end))).matcher(answered);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            texts.put(names.get(i), matcher.group(i + 1));
        }
        return true;
    }
}
