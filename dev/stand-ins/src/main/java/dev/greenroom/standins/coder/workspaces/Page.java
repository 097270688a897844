package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import java.util.List;

/**
 * Which part of a list is wanted (recorded: {@code 103-list-limit-2} to {@code 108-list-limit-bad}).
 *
 * @param limit 0 for all
 */
record Page(int limit, int offset) {

    static Page of(Exchange exchange) {
        return new Page(number(exchange, "limit"), number(exchange, "offset"));
    }

    <T> List<T> of(List<T> all) {
        return all.stream()
                .skip(offset)
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
    }

    private static int number(Exchange exchange, String name) {
        String value = exchange.query(name);
        if (value == null || value.isEmpty()) {
            return 0;
        }
        try {
            int number = Integer.parseInt(value);
            if (number < 0) {
                throw refusal(name, "value is negative");
            }
            return number;
        } catch (NumberFormatException e) {
            throw refusal(name, "strconv.ParseInt: parsing \"" + value + "\": invalid syntax");
        }
    }

    private static Refusal refusal(String name, String problem) {
        return Refusal.of(400, "Query parameters have invalid values.")
                .field(name, "Query param \"" + name + "\" must be a valid 32-bit positive integer: " + problem);
    }
}
