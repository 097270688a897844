package dev.greenroom.standins.backstage;

import dev.greenroom.standins.backstage.catalog.Catalog;
import dev.greenroom.standins.backstage.catalog.Entity;
import dev.greenroom.standins.backstage.tokens.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may not read what, as a permission policy decides with conditions on {@code catalog.entity.read}: what is denied
 * is not there. Services read everything.
 */
public final class ReadDenials {
    private record Denial(String user, String entity) {}

    private final Set<Denial> denials = ConcurrentHashMap.newKeySet();

    /** From now on this user doesn't see this entity; both are full references. */
    public void deny(String userRef, String entityRef) {
        denials.add(new Denial(lower(userRef), lower(entityRef)));
    }

    /** Everybody sees everything again. */
    public void clear() {
        denials.clear();
    }

    boolean allows(Caller caller, Entity entity) {
        return !(caller instanceof Caller.User(var user))
                || !denials.contains(new Denial(lower(user), entity.ref().toString()));
    }

    List<Entity> visible(Caller caller, Catalog catalog) {
        return catalog.all().stream().filter(entity -> allows(caller, entity)).toList();
    }

    private static String lower(String ref) {
        return ref.toLowerCase(Locale.ROOT);
    }
}
