package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.search.SearchTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code param} of a search: a parameter of the latest build by its name, and its value as a whole, whatever the
 * case (recorded: {@code 61-list-param} to {@code 73-list-param-default-value}).
 *
 * @param value null where the parameter only has to be there
 */
record ParameterTerm(String name, @Nullable String value) {

    static List<ParameterTerm> readAll(SearchTerms terms) {
        List<ParameterTerm> read = new ArrayList<>();
        for (String term : terms.takeAll("param")) {
            String[] parts = term.split("=", -1);
            if (parts.length > 2) {
                complain(terms, "query element \"" + term + "\" can only contain 1 '='");
            } else if (parts.length == 2 && parts[1].isEmpty()) {
                complain(
                        terms,
                        "query element \"" + term
                                + "\" has an empty value. omit the '=' to match just on the parameter name");
            } else {
                read.add(new ParameterTerm(parts[0], parts.length == 2 ? parts[1] : null));
            }
        }
        return read;
    }

    private static void complain(SearchTerms terms, String problem) {
        terms.complain("param", "Query param \"param\" has invalid values: " + problem);
    }

    boolean matches(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .anyMatch(parameter -> parameter.getKey().equalsIgnoreCase(name)
                        && (value == null || parameter.getValue().equalsIgnoreCase(value)));
    }
}
