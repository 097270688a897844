package dev.greenroom.benchmarks.catalog.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.standins.backstage.catalog.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers {@code by-query}, in the order of uids, forwards only. */
final class ReadPage {
    private final Listing listing;
    private final Entities entities;

    ReadPage(Listing listing, Entities entities) {
        this.listing = listing;
        this.entities = entities;
    }

    /**
     * The body of the answer.
     *
     * @param limit at most so many entities; 0 only counts
     * @param count whether {@code totalItems} is wanted
     */
    Map<String, Object> read(Cursor cursor, int limit, Fields fields, boolean count) {
        List<JsonNode> items = new ArrayList<>();
        int position = next(cursor.query(), cursor.next());
        while (items.size() < limit && position < listing.size()) {
            items.add(fields.of(entities.entity(listing.numberAt(position))));
            position = next(cursor.query(), position + 1);
        }
        var pageInfo = new LinkedHashMap<String, String>();
        if (limit > 0 && position < listing.size()) {
            pageInfo.put("nextCursor", new Cursor(cursor.query(), position).text());
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("items", items);
        body.put("totalItems", count ? cursor.query().count(listing) : 0);
        body.put("pageInfo", pageInfo);
        return body;
    }

    /** The first wanted position from here on; the size where there is none. */
    private int next(WantedKinds wanted, int position) {
        int found = position;
        while (found < listing.size() && !wanted.have(listing.kindOf(listing.numberAt(found)))) {
            found++;
        }
        return found;
    }
}
