package dev.greenroom.standins.coder.users;

import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.state.Row;
import dev.greenroom.standins.coder.state.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The one organization that a Coder without a licence has. */
public record Organization(String id, Instant createdAt) implements Row {

    /** Its name, of which no other is. */
    public static final String NAME = "coder";

    public static final String DISPLAY_NAME = "Coder";

    /** The organization of the journal, or a new one. */
    public static Organization of(Journal journal, Clock clock) {
        Rows<Organization> rows = new Rows<>("organization", Organization.class, journal);
        return rows.all()
                .findFirst()
                .orElseGet(() -> rows.put(new Organization(UUID.randomUUID().toString(), Moments.now(clock))));
    }

    /** Whether a path or a query means it: by id, name, or as {@code default}. */
    public boolean isNamed(String name) {
        return name.equals(id) || name.equalsIgnoreCase(NAME) || name.equals("default");
    }
}
