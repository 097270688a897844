package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.UserRef;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The users that own an entity, by themselves and through groups, in order. */
public record Owners(SortedSet<UserRef> users) {

    private static final int MOST = 2_000;
    /** Room for that many whose namespaces and names are as long as Backstage's own validators let them be. */
    private static final int MOST_CHARACTERS = 264_000;

    public static Owners of(Collection<UserRef> users) {
        return new Owners(new TreeSet<>(users));
    }

    /** As many as a message carries beside the largest configuration, in order. */
    public List<UserRef> fitting() {
        return fitting(List.of());
    }

    /** As many as a message carries, in order; these before any others. */
    List<UserRef> fitting(Collection<UserRef> first) {
        var fitting = new TreeSet<UserRef>();
        int characters = 0;
        for (var user : Stream.concat(first.stream(), users.stream()).distinct().toList()) {
            characters += user.toString().length();
            if (fitting.size() == MOST || characters > MOST_CHARACTERS) {
                break;
            }
            fitting.add(user);
        }
        return List.copyOf(fitting);
    }
}
