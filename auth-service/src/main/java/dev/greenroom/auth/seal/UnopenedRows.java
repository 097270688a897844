package dev.greenroom.auth.seal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/** Names each row that no key opens once, in this process; where there are very many, some of them. */
final class UnopenedRows {
    /** With a wrong keyset they would be all, at each look. */
    static final int NAMED = 100;

    private static final Logger LOG = Logger.getLogger(UnopenedRows.class);

    private final Set<Place> named = new HashSet<>();

    void name(String table, Collection<Place> places) {
        for (var place : places) {
            if (named.size() < NAMED && named.add(place)) {
                LOG.errorf(
                        "no key opens a sealed value, which is left as it is: table=%s deployment=%s row=%s column=%s"
                                + "%s",
                        table, place.deployment(), place.row(), place.column(), suffix());
            }
        }
    }

    private String suffix() {
        return named.size() == NAMED ? "; more are counted, and not named" : "";
    }
}
