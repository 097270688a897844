package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What to order by.
 *
 * @param order {@code asc} or {@code desc}; none means {@code asc}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderField(String field, @Nullable String order) {
    public OrderField {
        if (order != null && !order.equals("asc") && !order.equals("desc")) {
            throw new InputError("Invalid order field order, must be asc or desc");
        }
    }

    /** Reads {@code metadata.name,desc}. */
    static OrderField parse(String parameter) {
        var parts = parameter.split(",");
        return new OrderField(parts[0], parts.length > 1 ? parts[1] : null);
    }

    boolean descending() {
        return "desc".equals(order);
    }
}
