package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JavaScript has one kind of number: it prints {@code 1.0} as {@code 1}. */
final class WholeNumbers {
    private static final double EXACT = 1L << 53;

    private WholeNumbers() {}

    static JsonNode of(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                object.properties().forEach(property -> property.setValue(of(property.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, of(array.get(i)));
                }
                yield array;
            }
            case JsonNode number when whole(number) -> LongNode.valueOf(number.longValue());
            default -> value;
        };
    }

    private static boolean whole(JsonNode value) {
        return value.isDouble()
                && value.doubleValue() == Math.rint(value.doubleValue())
                && Math.abs(value.doubleValue()) <= EXACT;
    }
}
