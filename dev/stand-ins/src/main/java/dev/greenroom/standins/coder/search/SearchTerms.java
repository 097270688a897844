package dev.greenroom.standins.coder.search;

import dev.greenroom.standins.coder.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A search query taken apart: {@code key:value} terms, divided by spaces, quoted where a value has spaces or colons;
 * what has no key is the name. Everything is in lower case, as Coder has it. Each key is taken once; what nobody took
 * is refused at the end (recorded: {@code 55-list-all} to {@code 102-list-deleted}).
 */
public final class SearchTerms {

    private final Map<String, List<String>> terms = new LinkedHashMap<>();
    private final List<String> bare = new ArrayList<>();
    private Refusal refusal;

    private SearchTerms(String subject) {
        this.refusal = Refusal.of(400, "Invalid " + subject + " search query.");
    }

    /**
     * @param subject what is searched for, as the error says it
     */
    public static SearchTerms parse(String query, String subject) {
        SearchTerms terms = new SearchTerms(subject);
        for (String element : Quoted.split(query.toLowerCase(Locale.ROOT), ' ')) {
            terms.addElement(element);
        }
        if (!terms.bare.isEmpty()) {
            terms.add("name", Quoted.trim(String.join(" ", terms.bare)));
        }
        if (terms.refusal.hasFields()) {
            throw terms.refusal;
        }
        return terms;
    }

    private void addElement(String element) {
        if (element.startsWith(":") || element.endsWith(":")) {
            complain("q", "Query element \"" + element + "\" cannot start or end with ':'");
            return;
        }
        List<String> parts = Quoted.split(element, ':');
        switch (parts.size()) {
            case 1 -> addBare(element);
            case 2 -> add(Quoted.trim(parts.get(0)), Quoted.trim(parts.get(1)));
            default -> complain("q", "Query element \"" + element + "\" can only contain 1 ':'");
        }
    }

    private void addBare(String element) {
        List<String> parts = Quoted.split(element, '/');
        switch (parts.size()) {
            case 1 -> bare.add(element);
            case 2 -> {
                add("owner", Quoted.trim(parts.get(0)));
                add("name", Quoted.trim(parts.get(1)));
            }
            default -> complain("q", "Query element \"" + element + "\" can only contain 1 '/'");
        }
    }

    private void add(String key, String value) {
        terms.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    /** The value of a key; empty where the query does not have it. */
    public String take(String key) {
        List<String> values = takeAll(key);
        if (values.size() > 1) {
            complain(
                    key,
                    "Query param \"" + key + "\" provided more than once, found " + values.size()
                            + " times. Only provide 1 instance of this query param.");
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** All values of a key that may be there more than once. */
    public List<String> takeAll(String key) {
        List<String> values = terms.remove(key);
        return values == null ? List.of() : values;
    }

    /** Notes what is wrong with a value; {@link #refuseOthers()} throws it. */
    public void complain(String key, String detail) {
        refusal = refusal.field(key, detail);
    }

    /** To be called when all known keys are taken. */
    public void refuseOthers() {
        terms.keySet().forEach(key -> complain(key, "\"" + key + "\" is not a valid query param"));
        if (refusal.hasFields()) {
            throw refusal;
        }
    }
}
