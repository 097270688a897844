package dev.greenroom.catalogsync.group;

import dev.greenroom.catalogsync.absence.AbsenceStore;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was last read of the groups that own something. Every walk ends, also where groups are below each other. */
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

    private final Sql sql;
    private final String deployment;

    GroupStore(Sql sql, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.sql = sql;
        this.deployment = deployment;
    }

    /** Those of these that were ever read. */
    public Map<EntityRef, KnownGroup> known(Collection<EntityRef> refs) {
        return sql.rows(BY_REFS, GroupStore::read, deployment, refs).stream()
                .collect(Collectors.toMap(KnownGroup::ref, Function.identity()));
    }

    public List<KnownGroup> numbered(List<Integer> numbers) {
        return sql.rows(
                BY_NUMBERS,
                GroupStore::read,
                deployment,
                numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Those of which one of these users is a direct member. */
    public List<KnownGroup> of(Collection<UserRef> users) {
        return sql.rows(OF_USERS, GroupStore::read, deployment, users);
    }

    /** Groups that the catalog had, and that passes have missed. */
    public AbsenceStore absences() {
        return new AbsenceStore(sql, deployment, "catalog_group", "present");
    }

    /**
     * The members of each of these groups.
     *
     * @param nested whether those of the groups below it are members too
     */
    Map<EntityRef, Set<UserRef>> membersOf(Collection<EntityRef> groups, boolean nested) {
        var members = new HashMap<EntityRef, Set<UserRef>>();
        sql.rows(
                nested ? NESTED_MEMBERS : MEMBERS,
                row -> members.computeIfAbsent(EntityRef.parse(row.text("owner")), _ -> new HashSet<>())
                        .addAll(users(row)),
                deployment,
                groups);
        return members;
    }

    /** These groups and all that are above them. */
    List<EntityRef> withThoseAbove(Collection<EntityRef> groups) {
        return sql.rows(WITH_THOSE_ABOVE, row -> EntityRef.parse(row.text("group_ref")), deployment, groups);
    }

    public void save(Collection<KnownGroup> groups) {
        sql.changeForEach(INSERT, groups.stream().filter(KnownGroup::isNew).toList(), this::parameters);
        sql.changeForEach(
                UPDATE, groups.stream().filter(group -> !group.isNew()).toList(), this::parameters);
    }

    private Object[] parameters(KnownGroup group) {
        return new Object[] {
            group.present(),
            group.members(),
            group.children(),
            deployment,
            group.ref().toString()
        };
    }

    private static KnownGroup read(Row row) throws SQLException {
        return new KnownGroup(
                EntityRef.parse(row.text("group_ref")),
                row.integer("number"),
                row.truth("present"),
                users(row),
                row.texts("children").stream().map(EntityRef::parse).toList(),
                row.instantOrNull("missing_since") != null);
    }

    private static List<UserRef> users(Row row) throws SQLException {
        return row.texts("members").stream().map(UserRef::parse).toList();
    }
}
