package dev.greenroom.catalogsync.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private final Sql sql;
    private final String deployment;

    ProblemStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
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
        sql.changeForEach(KEEP, invalid, this::parameters);
        sql.change(FORGET, deployment, sound);
    }

    private Object[] parameters(CoderConfigEvent.Invalid problem) {
        return new Object[] {
            deployment, problem.entityRef().toString(), problem.owners(), json(problem.reasons()), problem.observedAt()
        };
    }

    /** Of whomever, by entity reference. */
    List<EntityProblem> all(@Nullable EntityRef after, int most) {
        return sql.rows(ALL, ProblemStore::read, deployment, text(after), most);
    }

    /** Of the entities that a user owns, by entity reference; where one has more than a message names, of those named. */
    List<EntityProblem> ownedBy(UserRef owner, @Nullable EntityRef after, int most) {
        return sql.rows(OWNED, ProblemStore::read, deployment, text(after), owner.toString(), most);
    }

    /** The empty text comes before every reference. */
    private static String text(@Nullable EntityRef after) {
        return after == null ? "" : after.toString();
    }

    private static EntityProblem read(Row row) throws SQLException {
        return new EntityProblem(
                EntityRef.parse(row.text("entity_ref")), row.instant("since"), reasons(row.text("reasons")));
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
