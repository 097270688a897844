package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.UserRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The users that own an entity, by themselves and through groups: in order, and as many as a message carries beside the
 * largest configuration.
 *
 * @param leftOut how many more there are
 */
public record Owners(List<UserRef> users, int leftOut) {

    private static final int MOST = 2_000;
    /** Room for that many whose namespaces and names are as long as Backstage's own validators let them be. */
    private static final int MOST_CHARACTERS = 264_000;

    public Owners {
        users = List.copyOf(users);
    }

    public static Owners of(Collection<UserRef> all) {
        var ordered = all.stream().distinct().sorted().toList();
        var users = new ArrayList<UserRef>();
        int characters = 0;
        for (var user : ordered) {
            characters += user.toString().length();
            if (users.size() == MOST || characters > MOST_CHARACTERS) {
                break;
            }
            users.add(user);
        }
        return new Owners(users, ordered.size() - users.size());
    }
}
