package dev.greenroom.catalogsync.group;

import dev.greenroom.catalogsync.entity.AbsenceStore;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was last read of the groups that own something. Cycles among groups end every walk. */
@ApplicationScoped
public class GroupStore {
    private static final String BY_REFS = "select * from catalog_group where deployment = ? and group_ref = any(?)";
    private static final String BY_NUMBERS = "select * from catalog_group where deployment = ? and number = any(?)";
    private static final String OF_USERS = "select * from catalog_group where deployment = ? and members && ?";
    private static final String INSERT = """
            insert into catalog_group (present, members, children, deployment, group_ref) values (?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update catalog_group set present = ?, members = ?, children = ?, missing_since = null
             where deployment = ? and group_ref = ?
            """;
    private static final String MEMBERS = """
            select g.group_ref as owner, g.members from catalog_group g where g.deployment = ? and g.group_ref = any(?)
            """;
    private static final String NESTED_MEMBERS = """
            with recursive below (deployment, owner, group_ref) as (
                select g.deployment, g.group_ref, g.group_ref
                  from catalog_group g where g.deployment = ? and g.group_ref = any(?)
                union
                select b.deployment, b.owner, child
                  from below b join catalog_group g using (deployment, group_ref), unnest(g.children) child)
            select b.owner, g.members from below b join catalog_group g using (deployment, group_ref)
            """;
    private static final String WITH_THOSE_ABOVE = """
            with recursive above (deployment, group_ref) as (
                select g.deployment, g.group_ref from catalog_group g where g.deployment = ? and g.group_ref = any(?)
                union
                select g.deployment, g.group_ref
                  from above a join catalog_group g on g.deployment = a.deployment and g.children @> array[a.group_ref])
            select group_ref from above
            """;

    private final DataSource database;
    private final String deployment;

    GroupStore(DataSource database, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.database = database;
        this.deployment = deployment;
    }

    /** Those of these that were ever read. */
    public Map<EntityRef, KnownGroup> known(Collection<EntityRef> refs) {
        return select(BY_REFS, "text", refs, GroupStore::read).stream()
                .collect(Collectors.toMap(KnownGroup::ref, Function.identity()));
    }

    public List<KnownGroup> numbered(List<Integer> numbers) {
        return select(BY_NUMBERS, "integer", numbers, GroupStore::read);
    }

    /** Those of which one of these users is a direct member. */
    public List<KnownGroup> of(Collection<UserRef> users) {
        return select(OF_USERS, "text", users, GroupStore::read);
    }

    /** Groups that the catalog had, and that passes have missed. */
    public AbsenceStore absences() {
        return new AbsenceStore(database, deployment, "catalog_group", "present");
    }

    /**
     * The members of each of these groups.
     *
     * @param nested whether those of the groups below it are members too
     */
    Map<EntityRef, Set<UserRef>> membersOf(Collection<EntityRef> groups, boolean nested) {
        var members = new HashMap<EntityRef, Set<UserRef>>();
        select(
                nested ? NESTED_MEMBERS : MEMBERS,
                "text",
                groups,
                row -> members.computeIfAbsent(EntityRef.parse(row.getString("owner")), _ -> new HashSet<>())
                        .addAll(users(row)));
        return members;
    }

    /** These groups and all that are above them. */
    List<EntityRef> withThoseAbove(Collection<EntityRef> groups) {
        return select(WITH_THOSE_ABOVE, "text", groups, row -> EntityRef.parse(row.getString("group_ref")));
    }

    public void save(Collection<KnownGroup> groups) {
        save(INSERT, groups.stream().filter(group -> group.number() == 0).toList());
        save(UPDATE, groups.stream().filter(group -> group.number() != 0).toList());
    }

    private void save(String sql, List<KnownGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var group : groups) {
                bind(connection, statement, group);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("groups can't be saved", e);
        }
    }

    private void bind(Connection connection, PreparedStatement statement, KnownGroup group) throws SQLException {
        statement.setBoolean(1, group.present());
        statement.setArray(2, connection.createArrayOf("text", texts(group.members())));
        statement.setArray(3, connection.createArrayOf("text", texts(group.children())));
        statement.setString(4, deployment);
        statement.setString(5, group.ref().toString());
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String query, String type, Collection<?> keys, Row<T> row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, deployment);
            statement.setArray(2, connection.createArrayOf(type, type.equals("text") ? texts(keys) : keys.toArray()));
            var found = new ArrayList<T>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("groups can't be read", e);
        }
    }

    private static KnownGroup read(ResultSet row) throws SQLException {
        return new KnownGroup(
                EntityRef.parse(row.getString("group_ref")),
                row.getInt("number"),
                row.getBoolean("present"),
                users(row),
                texts(row, "children").map(EntityRef::parse).toList(),
                row.getTimestamp("missing_since") != null);
    }

    private static List<UserRef> users(ResultSet row) throws SQLException {
        return texts(row, "members").map(UserRef::parse).toList();
    }

    private static String[] texts(Collection<?> refs) {
        return refs.stream().map(Object::toString).toArray(String[]::new);
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }
}
