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
    private static final String INSERT = """
            insert into catalog_entity (entity_uid, state, content_hash, revision, opt_ins, opted_in, missed_passes,
                                        deployment, entity_ref)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update catalog_entity
               set entity_uid = ?, state = ?, content_hash = ?, revision = ?, opt_ins = ?, opted_in = ?,
                   missed_passes = ?
             where deployment = ? and entity_ref = ?
            """;
    private static final String COUNT = """
            select state, count(*) from catalog_entity where deployment = ? group by state
            """;

    private final DataSource database;
    private final String deployment;

    EntityStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /** Those of these about which something was said. */
    public Map<EntityRef, KnownEntity> known(Collection<EntityRef> refs) {
        return select(BY_REFS, "text", refs.stream().map(EntityRef::toString).toArray()).stream()
                .collect(Collectors.toMap(KnownEntity::ref, Function.identity()));
    }

    public List<KnownEntity> numbered(List<Integer> numbers) {
        return select(BY_NUMBERS, "integer", numbers.toArray());
    }

    /** Saves what is said from now on. No upsert: each would draw a number, and numbers must stay small. */
    public void save(Collection<KnownEntity> entities) {
        save(INSERT, entities.stream().filter(entity -> entity.number() == 0).toList());
        save(UPDATE, entities.stream().filter(entity -> entity.number() != 0).toList());
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

    /** How many entities end with which event. */
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
        statement.setInt(7, entity.missedPasses());
        statement.setString(8, deployment);
        statement.setString(9, entity.ref().toString());
    }

    private static KnownEntity read(ResultSet row) throws SQLException {
        return new KnownEntity(
                EntityRef.parse(row.getString("entity_ref")),
                row.getInt("number"),
                row.getString("entity_uid"),
                EntityState.valueOf(row.getString("state")),
                row.getString("content_hash"),
                row.getLong("revision"),
                new OptIns(row.getLong("opt_ins"), row.getBoolean("opted_in")),
                row.getInt("missed_passes"));
    }
}
