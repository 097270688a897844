package dev.greenroom.catalogsync.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The invalid entities, as their last messages tell of them: kept with these, and so the same as what others know. */
@ApplicationScoped
public class ProblemStore {
    private static final String KEEP = """
            insert into catalog_problem (deployment, entity_ref, owners, reasons, since)
            values (?, ?, ?, cast(? as json), ?)
            on conflict (deployment, entity_ref) do update set owners = excluded.owners, reasons = excluded.reasons
            """;
    private static final String FORGET = """
            delete from catalog_problem where deployment = ? and entity_ref = any(?)
            """;
    private static final String ALL = """
            select entity_ref, since, reasons from catalog_problem
             where deployment = ? and entity_ref > ? order by entity_ref limit ?
            """;
    private static final String OWNED = """
            select entity_ref, since, reasons from catalog_problem
             where deployment = ? and entity_ref > ? and owners @> array[cast(? as text)] order by entity_ref limit ?
            """;

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final DataSource database;
    private final String deployment;

    ProblemStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /**
     * Follows what is said of entities, each of which is told of once. To be called in the transaction that publishes it.
     */
    public void keep(Collection<CoderConfigEvent> said) {
        var invalid = new ArrayList<CoderConfigEvent.Invalid>();
        var sound = new ArrayList<EntityRef>();
        for (var event : said) {
            switch (event) {
                case CoderConfigEvent.Invalid problem -> invalid.add(problem);
                case CoderConfigEvent.Published _, CoderConfigEvent.Withdrawn _ -> sound.add(event.entityRef());
            }
        }
        keepInvalid(invalid);
        forget(sound);
    }

    private void keepInvalid(List<CoderConfigEvent.Invalid> invalid) {
        if (invalid.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            for (var problem : invalid) {
                bind(connection, statement, problem);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("problems can't be kept", e);
        }
    }

    private void forget(List<EntityRef> sound) {
        if (sound.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, deployment);
            statement.setArray(2, texts(connection, sound));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("problems can't be forgotten", e);
        }
    }

    /** Of whomever, by entity reference. */
    List<EntityProblem> all(@Nullable EntityRef after, int most) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL)) {
            statement.setString(1, deployment);
            statement.setString(2, text(after));
            statement.setInt(3, most);
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("problems can't be read", e);
        }
    }

    /** Of the entities that a user owns, by entity reference; where one has more than a message names, of those named. */
    List<EntityProblem> ownedBy(UserRef owner, @Nullable EntityRef after, int most) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OWNED)) {
            statement.setString(1, deployment);
            statement.setString(2, text(after));
            statement.setString(3, owner.toString());
            statement.setInt(4, most);
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("problems can't be read", e);
        }
    }

    /** The empty text comes before every reference. */
    private static String text(@Nullable EntityRef after) {
        return after == null ? "" : after.toString();
    }

    private void bind(Connection connection, PreparedStatement statement, CoderConfigEvent.Invalid problem)
            throws SQLException {
        statement.setString(1, deployment);
        statement.setString(2, problem.entityRef().toString());
        statement.setArray(3, texts(connection, problem.owners()));
        statement.setString(4, json(problem.reasons()));
        statement.setObject(5, problem.observedAt().atOffset(ZoneOffset.UTC));
    }

    private static java.sql.Array texts(Connection connection, Collection<?> values) throws SQLException {
        return connection.createArrayOf(
                "text", values.stream().map(Object::toString).toArray());
    }

    private static List<EntityProblem> read(PreparedStatement query) throws SQLException {
        var problems = new ArrayList<EntityProblem>();
        var rows = query.executeQuery();
        while (rows.next()) {
            problems.add(read(rows));
        }
        return problems;
    }

    private static EntityProblem read(ResultSet row) throws SQLException {
        return new EntityProblem(
                EntityRef.parse(row.getString("entity_ref")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                reasons(row.getString("reasons")));
    }

    private static String json(List<Reason> reasons) {
        try {
            return MessageCodec.JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("reasons that can't be written as JSON", impossible);
        }
    }

    private static List<Reason> reasons(String json) {
        try {
            return MessageCodec.JSON.readValue(json, REASONS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("reasons that were not written here", impossible);
        }
    }
}
