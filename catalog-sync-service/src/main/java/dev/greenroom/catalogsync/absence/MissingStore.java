package dev.greenroom.catalogsync.absence;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the last complete pass has not seen, as admins are told of it. */
@ApplicationScoped
public class MissingStore {
    private static final String MISSING = """
            select * from (
                select entity_ref as ref, missing_since from catalog_entity
                 where deployment = ? and missing_since is not null and state <> 'WITHDRAWN'
                union all
                select group_ref, missing_since from catalog_group
                 where deployment = ? and missing_since is not null and present) as missing
             where ref > ? order by ref limit ?
            """;

    private final Sql sql;
    private final String deployment;

    MissingStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** Entities, and groups that own something, by reference. */
    public List<Missing> list(@Nullable EntityRef after, int most) {
        // The empty text comes before every reference.
        return sql.rows(
                MISSING,
                row -> new Missing(EntityRef.parse(row.text("ref")), row.instant("missing_since")),
                deployment,
                deployment,
                after == null ? "" : after.toString(),
                most);
    }
}
