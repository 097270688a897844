package dev.greenroom.catalogsync.realbackstage;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.UserRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the topic ends with about an entity, as the table of a test has it; empty where the message says nothing. */
record Row(String entity, String event, String template, String cpu, String owners, String revision) {

    /** A table with a line for each row, and bars between its cells; the second tells what happened. */
    static List<Row> table(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Row::parse).toList();
    }

    private static Row parse(String line) {
        var cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        return new Row(cells.get(0), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
    }

    /** The last messages of each entity, by its name. */
    static Map<String, Row> last(Collection<CoderConfigEvent> events) {
        var rows = new LinkedHashMap<String, Row>();
        events.forEach(event -> rows.put(event.entityRef().name(), of(event)));
        return rows;
    }

    private static Row of(CoderConfigEvent event) {
        var entity = event.entityRef().name();
        var revision = String.valueOf(event.revision());
        return switch (event) {
            case CoderConfigEvent.Published published ->
                new Row(
                        entity,
                        "Published",
                        String.valueOf(published.config().templateName()),
                        String.valueOf(published.config().params().get("cpu")),
                        names(published.config().owners()),
                        revision);
            case CoderConfigEvent.Invalid invalid ->
                new Row(entity, "Invalid", "", "", names(invalid.owners()), revision);
            case CoderConfigEvent.Withdrawn _ -> new Row(entity, "Withdrawn", "", "", "", revision);
        };
    }

    private static String names(List<UserRef> users) {
        return users.stream().map(UserRef::name).sorted().collect(Collectors.joining(" "));
    }
}
