package dev.greenroom.workspace.configuration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageType;
import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import dev.greenroom.workspace.database.StoredMessage;
import dev.greenroom.workspace.database.UnreadableRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The latest message for each entity. */
@ApplicationScoped
public class ConfigurationStore {

    private static final Logger LOG = Logger.getLogger(ConfigurationStore.class);

    private static final String KEEP_IF_NEWER = """
            INSERT INTO entity_configuration
                (key, deployment, entity_ref, revision, message_type, message, repository, preprovision_for)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (key) DO UPDATE SET
                revision = excluded.revision, message_type = excluded.message_type, message = excluded.message,
                repository = excluded.repository, preprovision_for = excluded.preprovision_for
            WHERE entity_configuration.revision < excluded.revision""";

    private final Sql sql;

    ConfigurationStore(Sql sql) {
        this.sql = sql;
    }

    /** @return whether it was newer than what was known */
    boolean keepIfNewer(CoderConfigEvent event) {
        var optIns = OptedIn.users(event).stream().map(UserRef::toString).toList();
        return sql.change(
                        KEEP_IF_NEWER,
                        event.key(),
                        event.deployment(),
                        event.entityRef().toString(),
                        event.revision(),
                        MessageType.of(event).type(),
                        StoredMessage.write(event),
                        repositoryOf(event),
                        optIns)
                == 1;
    }

    /** What was last published for an entity, whatever it says. */
    public Optional<CoderConfigEvent> latest(String deployment, EntityRef entityRef) {
        return sql.row(
                "SELECT message_type, message FROM entity_configuration WHERE key = ?",
                row -> StoredMessage.read(row, CoderConfigEvent.class),
                deployment + "/" + entityRef);
    }

    /** The entities whose author has opted in for this user; without those that only a later version can read. */
    public List<CoderConfigEvent> optedInFor(String deployment, UserRef user) {
        return sql.rows("""
                SELECT key, message_type, message FROM entity_configuration
                WHERE preprovision_for @> ?::text[] AND deployment = ?
                ORDER BY key""", ConfigurationStore::readable, List.of(user.toString()), deployment).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The next entities whose author has opted in for somebody, by reference, after that one; without those that only a
     * later version can read.
     */
    public List<CoderConfigEvent> optedInAfter(String deployment, String entityRef, int limit) {
        return sql.rows("""
                SELECT key, message_type, message FROM entity_configuration
                WHERE deployment = ? AND entity_ref > ? AND preprovision_for <> '{}'
                ORDER BY entity_ref LIMIT ?""", ConfigurationStore::readable, deployment, entityRef, limit).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One entity must not keep a user's other entities, or a user's account, from being used. */
    private static Optional<CoderConfigEvent> readable(Row row) throws SQLException {
        try {
            return Optional.of(StoredMessage.read(row, CoderConfigEvent.class));
        } catch (UnreadableRow e) {
            LOG.warnf(
                    "configuration left to a later version of this service key=%s cause=%s",
                    row.text("key"), e.getMessage());
            return Optional.empty();
        }
    }

    /** The entities of some repositories, by repository. */
    public Map<RepositoryUrl, List<EntityRef>> entitiesOf(String deployment, Collection<RepositoryUrl> repositories) {
        record Match(RepositoryUrl repository, EntityRef entityRef) {}
        var found = sql.rows(
                """
                SELECT repository, entity_ref FROM entity_configuration
                WHERE deployment = ? AND repository = ANY (?::text[])
                ORDER BY entity_ref""",
                row -> new Match(RepositoryUrl.parse(row.text("repository")), EntityRef.parse(row.text("entity_ref"))),
                deployment,
                repositories.stream().map(RepositoryUrl::toString).toList());
        return found.stream().collect(groupingBy(Match::repository, mapping(Match::entityRef, toList())));
    }

    private static @Nullable String repositoryOf(CoderConfigEvent event) {
        return switch (event) {
            case CoderConfigEvent.Published published ->
                EntityRepository.of(published.config())
                        .map(RepositoryUrl::toString)
                        .orElse(null);
            case CoderConfigEvent.Invalid _, CoderConfigEvent.Withdrawn _ -> null;
        };
    }
}
