package dev.greenroom.catalogsync.entity;

import dev.greenroom.catalogsync.absence.AbsenceStore;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What was last said about the entities of this deployment. Plain SQL on sets of rows, since a pass compares and saves
 * them in pages of hundreds.
 */
@ApplicationScoped
public class EntityStore {
    private static final String BY_REFS = """
            select * from catalog_entity where deployment = ? and entity_ref = any(?)
            """;
    private static final String BY_NUMBERS = """
            select * from catalog_entity where deployment = ? and number = any(?) order by entity_ref
            """;
    private static final String OWNED_BY = """
            select number from catalog_entity where deployment = ? and groups && ?
            """;
    private static final String INSERT = """
            insert into catalog_entity (entity_uid, state, content_hash, revision, opt_ins, opted_in, opt_in_snapshot,
                                        groups, deployment, entity_ref)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update catalog_entity
               set entity_uid = ?, state = ?, content_hash = ?, revision = ?, opt_ins = ?, opted_in = ?,
                   opt_in_snapshot = ?, groups = ?, missing_since = null
             where deployment = ? and entity_ref = ?
            """;
    private static final String COUNT = """
            select state, count(*) as entities from catalog_entity where deployment = ? and revision > 0 group by state
            """;

    private final Sql sql;
    private final String deployment;

    EntityStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** Those of these that were ever read. */
    public Map<EntityRef, KnownEntity> known(Collection<EntityRef> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        return sql.rows(BY_REFS, EntityStore::read, deployment, refs).stream()
                .collect(Collectors.toMap(KnownEntity::ref, Function.identity()));
    }

    public List<KnownEntity> numbered(List<Integer> numbers) {
        return sql.rows(
                BY_NUMBERS,
                EntityStore::read,
                deployment,
                numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The numbers of the entities that one of these groups owns. */
    public List<Integer> ownedBy(Collection<EntityRef> groups) {
        return sql.rows(OWNED_BY, row -> row.integer("number"), deployment, groups);
    }

    /** Entities that passes have missed. */
    public AbsenceStore absences() {
        return new AbsenceStore(sql, deployment, "catalog_entity", "state <> 'WITHDRAWN'");
    }

    /** Saves what is known from now on. No upsert: each would draw a number, and numbers must stay small. */
    public void save(Collection<KnownEntity> entities) {
        sql.changeForEach(INSERT, entities.stream().filter(KnownEntity::isNew).toList(), this::parameters);
        sql.changeForEach(
                UPDATE, entities.stream().filter(entity -> !entity.isNew()).toList(), this::parameters);
    }

    /** How many entities end with which event; without those about which nothing was ever said. */
    public Map<EntityState, Integer> count() {
        var counts = new EnumMap<EntityState, Integer>(EntityState.class);
        sql.rows(COUNT, row -> counts.put(EntityState.valueOf(row.text("state")), row.integer("entities")), deployment);
        return counts;
    }

    private Object[] parameters(KnownEntity entity) {
        var optIns = entity.optIns();
        return new Object[] {
            entity.uid(),
            entity.state(),
            entity.contentHash(),
            entity.revision(),
            optIns.count(),
            optIns.standing(),
            optIns.snapshot(),
            entity.groups(),
            deployment,
            entity.ref().toString()
        };
    }

    private static KnownEntity read(Row row) throws SQLException {
        return new KnownEntity(
                EntityRef.parse(row.text("entity_ref")),
                row.integer("number"),
                row.text("entity_uid"),
                EntityState.valueOf(row.text("state")),
                row.text("content_hash"),
                row.number("revision"),
                new OptIns(row.number("opt_ins"), row.truth("opted_in"), row.truth("opt_in_snapshot")),
                row.texts("groups").stream().map(EntityRef::parse).toList(),
                row.instantOrNull("missing_since") != null);
    }
}
