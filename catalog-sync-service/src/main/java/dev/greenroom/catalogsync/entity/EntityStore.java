package dev.greenroom.catalogsync.entity;

import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
            select state, count(*) from catalog_entity where deployment = ? and revision > 0 group by state
            """;

    private final DataSource database;
    private final String deployment;

    EntityStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /** Those of these that were ever read. */
    public Map<EntityRef, KnownEntity> known(Collection<EntityRef> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        return select(BY_REFS, "text", texts(refs)).stream()
                .collect(Collectors.toMap(KnownEntity::ref, Function.identity()));
    }

    public List<KnownEntity> numbered(List<Integer> numbers) {
        return select(BY_NUMBERS, "integer", numbers.toArray());
    }

    /** The numbers of the entities that one of these groups owns. */
    public List<Integer> ownedBy(Collection<EntityRef> groups) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OWNED_BY)) {
            statement.setString(1, deployment);
            statement.setArray(2, connection.createArrayOf("text", texts(groups)));
            var numbers = new ArrayList<Integer>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("a group's entities can't be read", e);
        }
    }

    /** Entities that passes have missed. */
    public AbsenceStore absences() {
        return new AbsenceStore(database, deployment, "catalog_entity", "state <> 'WITHDRAWN'");
    }

    /** Saves what is known from now on. No upsert: each would draw a number, and numbers must stay small. */
    public void save(Collection<KnownEntity> entities) {
        save(INSERT, entities.stream().filter(KnownEntity::isNew).toList());
        save(UPDATE, entities.stream().filter(entity -> !entity.isNew()).toList());
    }

    private void save(String sql, List<KnownEntity> entities) {
        if (entities.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var entity : entities) {
                bind(statement, entity);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("entities can't be saved", e);
        }
    }

    /** How many entities end with which event; without those about which nothing was ever said. */
    public Map<EntityState, Integer> count() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, deployment);
            var counts = new EnumMap<EntityState, Integer>(EntityState.class);
            var rows = statement.executeQuery();
            while (rows.next()) {
                counts.put(EntityState.valueOf(rows.getString(1)), rows.getInt(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("entities can't be counted", e);
        }
    }

    private List<KnownEntity> select(String query, String type, Object[] keys) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, deployment);
            statement.setArray(2, connection.createArrayOf(type, keys));
            var entities = new ArrayList<KnownEntity>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                entities.add(read(rows));
            }
            return entities;
        } catch (SQLException e) {
            throw new IllegalStateException("entities can't be read", e);
        }
    }

    private void bind(PreparedStatement statement, KnownEntity entity) throws SQLException {
        statement.setString(1, entity.uid());
        statement.setString(2, entity.state().name());
        statement.setString(3, entity.contentHash());
        statement.setLong(4, entity.revision());
        statement.setLong(5, entity.optIns().count());
        statement.setBoolean(6, entity.optIns().standing());
        statement.setBoolean(7, entity.optIns().snapshot());
        statement.setArray(8, statement.getConnection().createArrayOf("text", texts(entity.groups())));
        statement.setString(9, deployment);
        statement.setString(10, entity.ref().toString());
    }

    private static KnownEntity read(ResultSet row) throws SQLException {
        return new KnownEntity(
                EntityRef.parse(row.getString("entity_ref")),
                row.getInt("number"),
                row.getString("entity_uid"),
                EntityState.valueOf(row.getString("state")),
                row.getString("content_hash"),
                row.getLong("revision"),
                new OptIns(row.getLong("opt_ins"), row.getBoolean("opted_in"), row.getBoolean("opt_in_snapshot")),
                Stream.of((String[]) row.getArray("groups").getArray())
                        .map(EntityRef::parse)
                        .toList(),
                row.getTimestamp("missing_since") != null);
    }

    private static String[] texts(Collection<EntityRef> refs) {
        return refs.stream().map(EntityRef::toString).toArray(String[]::new);
    }
}
