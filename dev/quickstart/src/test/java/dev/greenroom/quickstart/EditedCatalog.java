package dev.greenroom.quickstart;

import dev.greenroom.standins.backstage.CatalogFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A catalog that authors edit to and fro, with edits of each kind in either direction; what has gone from A to B goes
 * back to A with the next ones. Says by hand what consumers are to know of it.
 */
final class EditedCatalog {
    private static final String JANE = "user:default/jane";
    private static final String JOHN = "user:default/john";
    private static final String ANN = "user:default/ann";
    private static final String TEAM = "group:default/team";
    private static final String INVALID = "{params: {size: {is: large}}}";

    private final CatalogFiles files;
    private final Map<String, SaidOfEntity> said = new HashMap<>();
    private int edits;

    EditedCatalog(CatalogFiles files) {
        this.files = files;
    }

    /** To be called while nobody can read the catalog, if nobody is to see half of it. */
    void edit() {
        edits++;
        said.clear();
        component("steady", JANE, "{templateName: java, preprovision: true}");
        say("steady", published("steady", "java", Map.of(), Set.of(JANE), 1));
        // A group is unknown only once: it is remembered beyond its end.
        var newcomers = "newcomers-" + edits;
        component("of-newcomers", "group:default/" + newcomers, "{templateName: java}");
        say("of-newcomers", published("of-newcomers", "java", ANN));
        if (edits % 2 == 1) {
            editThere(newcomers);
        } else {
            editBack(newcomers);
        }
    }

    private void editThere(String newcomers) {
        organization(group("team"), group(newcomers), user("jane", "team"), user("john"), user("ann", newcomers));
        component("edited", JANE, "{templateName: java, params: {size: small}}");
        component("opted-in", JANE, "{templateName: java}");
        component("moved", JANE, "{templateName: java}");
        component("of-the-team", TEAM, "{templateName: java}");
        component("now-and-then-invalid", TEAM, "{templateName: java}");
        component("hinted", JOHN, "{templateName: java}");
        component("there", TEAM, "{templateName: java}");
        delete("back");

        say("edited", published("edited", "java", Map.of("size", "small"), Set.of(JANE), 0));
        say("opted-in", published("opted-in", "java", JANE));
        say("moved", published("moved", "java", JANE));
        say("of-the-team", published("of-the-team", "java", JANE));
        say("now-and-then-invalid", published("now-and-then-invalid", "java", JANE));
        say("hinted", published("hinted", "java", JOHN));
        say("there", published("there", "java", JANE));
    }

    private void editBack(String newcomers) {
        organization(
                group("team"), group(newcomers), user("jane", "team"), user("john", "team"), user("ann", newcomers));
        component("edited", JANE, "{templateName: go, params: {size: large, cpu: '4'}}");
        component("opted-in", JANE, "{templateName: java, preprovision: true}");
        component("moved", JOHN, "{templateName: java}");
        component("of-the-team", TEAM, "{templateName: java}");
        component("now-and-then-invalid", TEAM, INVALID);
        component("hinted", JOHN, "{templateName: go}");
        component("back", TEAM, "{templateName: java}");
        delete("there");

        say("edited", published("edited", "go", Map.of("size", "large", "cpu", "4"), Set.of(JANE), 0));
        // However often it was read and said: once for each time that the author wrote it.
        say("opted-in", published("opted-in", "java", Map.of(), Set.of(JANE), edits / 2));
        say("moved", published("moved", "java", JOHN));
        say("of-the-team", published("of-the-team", "java", JANE, JOHN));
        say("now-and-then-invalid", invalid(JANE, JOHN));
        say("hinted", published("hinted", "go", JOHN));
        say("back", published("back", "java", JANE, JOHN));
    }

    /** What is to be said of it, by entity; without what it no longer has. */
    Map<String, SaidOfEntity> said() {
        return Map.copyOf(said);
    }

    /** What somebody tells of at once, while nobody does of the rest. */
    List<String> hints() {
        return List.of("component:default/hinted");
    }

    private void say(String name, SaidOfEntity what) {
        said.put("component:default/" + name, what);
    }

    private static SaidOfEntity published(String name, String template, String... owners) {
        return published(name, template, Map.of(), Set.of(owners), 0);
    }

    private static SaidOfEntity published(
            String name, String template, Map<String, String> params, Set<String> owners, long optIns) {
        var all = new HashMap<>(params);
        all.put("repo_url", "https://github.com/acme/" + name);
        return new SaidOfEntity.Published(template, all, owners, optIns);
    }

    private static SaidOfEntity invalid(String... owners) {
        return new SaidOfEntity.Invalid(Set.of(owners), List.of("INVALID_VALUE at spec.coder.params.size"));
    }

    private void component(String name, String owner, String coder) {
        files.write(name + ".yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %1$s
                  annotations: { backstage.io/source-location: 'url:https://github.com/acme/%1$s/tree/main/' }
                spec: { type: service, lifecycle: production, owner: '%2$s', coder: %3$s }
                """.formatted(name, owner, coder));
    }

    private void delete(String name) {
        if (files.folder().resolve(name + ".yaml").toFile().exists()) {
            files.delete(name + ".yaml");
        }
    }

    private void organization(String... documents) {
        files.write("organization.yaml", String.join("---\n", documents));
    }

    private static String group(String name) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: { name: %s }
                spec: { type: team, children: [] }
                """.formatted(name);
    }

    private static String user(String name, String... groups) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: { name: %s }
                spec: { memberOf: [%s] }
                """.formatted(name, String.join(", ", groups));
    }
}
