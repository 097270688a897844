package dev.greenroom.quickstart;

import dev.greenroom.standins.backstage.CatalogFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A catalog that goes to and fro between two states, of which each is made of the other by edits of each kind. Says by
 * hand what consumers are to know of each.
 */
final class EditedCatalog {
    private static final String JANE = "user:default/jane";
    private static final String JOHN = "user:default/john";
    private static final String ANN = "user:default/ann";
    private static final String TEAM = "group:default/team";
    private static final String INVALID = "{params: {size: {is: large}}}";

    private final CatalogFiles files;
    /** How often it was edited. */
    private int edits;

    EditedCatalog(CatalogFiles files) {
        this.files = files;
    }

    /** @return what is to be said of it */
    Map<String, SaidOfEntity> beforeTheEdits() {
        files.write("organization.yaml", String.join("---\n", group("team"), user("jane", "team"), user("john")));
        always();
        component("edited", JANE, "{templateName: java, params: {size: small}}");
        component("reverted", JANE, "{templateName: rust}");
        component("moved", JANE, "{templateName: java}");
        component("of-the-team", TEAM, "{templateName: java}");
        component("broken", JANE, "{templateName: java}");
        component("mended", TEAM, INVALID);
        component("hinted", JOHN, "{templateName: java}");
        component("leaving", TEAM, "{templateName: java}");
        delete("created");
        delete("of-newcomers");

        var said = saidAlways();
        said.put("component:default/edited", published("edited", "java", Map.of("size", "small"), Set.of(JANE), 0));
        said.put("component:default/reverted", published("reverted", "rust", JANE));
        said.put("component:default/moved", published("moved", "java", JANE));
        said.put("component:default/of-the-team", published("of-the-team", "java", JANE));
        said.put("component:default/broken", published("broken", "java", JANE));
        said.put("component:default/mended", invalid(JANE));
        said.put("component:default/hinted", published("hinted", "java", JOHN));
        said.put("component:default/leaving", published("leaving", "java", JANE));
        return said;
    }

    /** @return what is to be said of it */
    Map<String, SaidOfEntity> afterTheEdits() {
        edits++;
        // A group is new only once: its members are remembered beyond its end.
        var newcomers = "newcomers-" + edits;
        files.write(
                "organization.yaml",
                String.join(
                        "---\n",
                        group("team"),
                        group(newcomers),
                        user("jane", "team"),
                        user("john", "team"),
                        user("ann", newcomers)));
        always();
        component("edited", JANE, "{templateName: go, params: {size: large, cpu: '4'}, preprovision: true}");
        component("reverted", JANE, "{templateName: java}");
        component("moved", JOHN, "{templateName: java}");
        component("of-the-team", TEAM, "{templateName: java}");
        component("broken", JANE, INVALID);
        component("mended", TEAM, "{templateName: java}");
        component("hinted", JOHN, "{templateName: go}");
        delete("leaving");
        component("created", JANE, "{templateName: java}");
        component("of-newcomers", "group:default/" + newcomers, "{templateName: go}");

        var said = saidAlways();
        said.put(
                "component:default/edited",
                published("edited", "go", Map.of("size", "large", "cpu", "4"), Set.of(JANE), edits));
        said.put("component:default/reverted", published("reverted", "java", JANE));
        said.put("component:default/moved", published("moved", "java", JOHN));
        said.put("component:default/of-the-team", published("of-the-team", "java", JANE, JOHN));
        said.put("component:default/broken", invalid(JANE));
        said.put("component:default/mended", published("mended", "java", JANE, JOHN));
        said.put("component:default/hinted", published("hinted", "go", JOHN));
        said.put("component:default/created", published("created", "java", JANE));
        said.put("component:default/of-newcomers", published("of-newcomers", "go", ANN));
        return said;
    }

    /** Who tells of an edit at once, since of the others nobody does. */
    List<String> hints() {
        return List.of("component:default/hinted");
    }

    private void always() {
        component("steady", JANE, "{templateName: java, preprovision: true}");
        component("invalid", JANE, INVALID);
    }

    private static Map<String, SaidOfEntity> saidAlways() {
        var said = new HashMap<String, SaidOfEntity>();
        said.put("component:default/steady", published("steady", "java", Map.of(), Set.of(JANE), 1));
        said.put("component:default/invalid", invalid(JANE));
        return said;
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

    private static SaidOfEntity invalid(String owner) {
        return new SaidOfEntity.Invalid(Set.of(owner), List.of("INVALID_VALUE at spec.coder.params.size"));
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
