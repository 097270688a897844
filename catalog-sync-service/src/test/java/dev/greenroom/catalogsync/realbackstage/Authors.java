package dev.greenroom.catalogsync.realbackstage;

import static dev.greenroom.catalogsync.realbackstage.RealCatalog.awaitThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Those who do something to the entities of the table, which are named by what is done. Each deed is done when Backstage
 * shows it.
 */
final class Authors {
    static final List<String> FILES =
            List.of("edits", "faults", "leaving", "broken-yaml", "broken-name", "crew", "crew-owned", "orphans");
    /** The entities of the table that are there from the first. */
    static final int AT_FIRST = 20;

    static final String CREW = "group:default/crew";
    private static final String ORPHAN = "component:default/orphan";
    private static final String JANE = "user:default/jane";
    private static final String JOE = "user:default/joe";

    private static final Component EDITED = component("edited").withTemplate("go");
    private static final Component OTHER_PARAMETERS =
            component("other-parameters").with("{templateName: java, params: {cpu: '4'}}");
    private static final Component DESCRIBED = component("described").described("Second");
    private static final Component MOVED = component("moved").ownedBy(JOE);
    private static final Component MISTYPED = component("mistyped").with("{mode: sometimes}");
    private static final Component REFUSED =
            component("refused").withTemplate("go").ownedBy("");

    private final RealCatalog catalog;

    Authors(RealCatalog catalog) {
        this.catalog = catalog;
    }

    void write() {
        catalog.write("edits", all("edited", "reverted", "other-parameters", "described", "moved"));
        catalog.write("faults", all("mistyped", "mended", "refused"));
        catalog.write("leaving", all("stays", "deleted", "renamed-from", "away-for-a-while", "away-for-long"));
        catalog.write("broken-yaml", all("broken-yaml", "beside-broken-yaml"));
        catalog.write("broken-name", all("broken-name", "beside-broken-name"));
        catalog.write("crew", Organization.of(Organization.group("crew", ""), Organization.user("alice", "crew")));
        catalog.write("crew-owned", Component.of("of-the-crew", CREW));
        catalog.write("orphans", all("orphan", "beside-orphan"));
    }

    void firstEdits() {
        catalog.push(
                "edits",
                EDITED,
                component("reverted").withTemplate("go"),
                OTHER_PARAMETERS,
                DESCRIBED,
                MOVED,
                component("added"));
        catalog.push("faults", MISTYPED, component("mended").with("broken"), REFUSED);
        catalog.push("leaving", all("stays", "renamed-to"));
        catalog.push("broken-yaml", ": : [broken");
        catalog.push("broken-name", component("broken-name").named("a broken name"), component("beside-broken-name"));
        // By what the group says, by what a user says, and a group below, whose members own nothing of this one's.
        catalog.push(
                "crew",
                Organization.of(
                        Organization.group("crew", ", members: [carol]"),
                        Organization.user("alice", "crew"),
                        Organization.user("bob", "crew"),
                        Organization.group("night-crew", ", parent: crew"),
                        Organization.user("dave", "night-crew")));

        awaitTemplate("edited", "go");
        awaitTemplate("reverted", "go");
        awaitThat(() -> coder("other-parameters").at("/params/cpu").asText().equals("4"));
        awaitThat(() -> catalog.component("described")
                .at("/metadata/description")
                .asText()
                .equals("Second"));
        awaitThat(() -> catalog.related("component:default/moved", "ownedBy").equals(Set.of(JOE)));
        awaitOwned("added", "renamed-to");
        awaitThat(() -> coder("mistyped").path("mode").asText().equals("sometimes"));
        awaitThat(() -> coder("mended").asText().equals("broken"));
        awaitThat(() -> catalog.component("refused").has("status"));
        awaitThat(() -> catalog.entity("location:default/broken-yaml")
                .path("status")
                .toString()
                .contains("YAML error"));
        awaitThat(() -> catalog.related(CREW, "hasMember")
                .equals(Set.of("user:default/alice", "user:default/bob", "user:default/carol")));
        awaitThat(() -> catalog.related(CREW, "parentOf").equals(Set.of("group:default/night-crew")));
        awaitThat(() -> Stream.of("deleted", "renamed-from", "away-for-a-while", "away-for-long", "broken-name")
                .allMatch(name -> catalog.component(name).isMissingNode()));
    }

    void secondEdits() {
        catalog.push("edits", EDITED, component("reverted"), OTHER_PARAMETERS, DESCRIBED, MOVED, component("added"));
        catalog.push("faults", MISTYPED, component("mended").withTemplate("rust"), REFUSED);
        catalog.push("leaving", all("stays", "renamed-to", "away-for-a-while"));
        catalog.push("broken-yaml", component("broken-yaml").withTemplate("go"), component("beside-broken-yaml"));
        catalog.push("broken-name", all("broken-name", "beside-broken-name"));
        catalog.push(
                "crew",
                Organization.of(
                        Organization.group("crew", ", members: [carol]"),
                        Organization.user("alice"),
                        Organization.user("bob", "crew")));

        awaitTemplate("reverted", "java");
        awaitTemplate("mended", "rust");
        awaitTemplate("broken-yaml", "go");
        awaitOwned("away-for-a-while", "broken-name");
        awaitThat(() -> catalog.related(CREW, "hasMember").equals(Set.of("user:default/bob", "user:default/carol")));
    }

    void bringBackWhatWasAwayForLong() {
        catalog.push("leaving", all("stays", "renamed-to", "away-for-a-while", "away-for-long"));
        awaitOwned("away-for-long");
    }

    /** To be called while Backstage keeps orphans. */
    void makeAnOrphan() {
        catalog.refresh(ORPHAN);
        catalog.push("orphans", all("beside-orphan"));
        awaitThat(() -> catalog.isOrphan(ORPHAN));
    }

    private static Component component(String name) {
        return Component.of(name, JANE);
    }

    private static Component[] all(String... names) {
        return Stream.of(names).map(Authors::component).toArray(Component[]::new);
    }

    private JsonNode coder(String component) {
        return catalog.component(component).at("/spec/coder");
    }

    private void awaitTemplate(String component, String template) {
        awaitThat(() -> coder(component).path("templateName").asText().equals(template));
    }

    /** An owner is what a new component gets last. */
    private void awaitOwned(String... components) {
        awaitThat(() -> Stream.of(components)
                .noneMatch(name ->
                        catalog.related("component:default/" + name, "ownedBy").isEmpty()));
    }
}
