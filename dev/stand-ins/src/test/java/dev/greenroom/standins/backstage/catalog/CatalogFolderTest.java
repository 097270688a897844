package dev.greenroom.standins.backstage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.backstage.CatalogFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFolderTest {
    private static final String GROUP = """
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: %s, description: %s}
            spec: {type: team, children: []}
            """;

    @TempDir
    Path state;

    @TempDir
    Path folder;

    private CatalogFiles files;
    private CatalogFolder catalog;

    @BeforeEach
    void open() {
        files = new CatalogFiles(folder);
        catalog = new CatalogFolder(folder, state);
    }

    @Test
    void readsNothingAgainWhereNothingHasChanged() {
        files.write("a/b/catalog-info.yaml", GROUP.formatted("box-office", "Sells"));
        var first = catalog.current();

        var second = catalog.current();

        assertThat(second).isSameAs(first);
        assertThat(first.find("group:default/box-office")).isPresent();
    }

    @Test
    void seesAChangeOfTheSameLength() {
        files.write("team.yaml", GROUP.formatted("box-office", "Sells"));
        catalog.current();

        files.write("team.yaml", GROUP.formatted("box-office", "Shuts"));

        assertThat(description("box-office")).isEqualTo("Shuts");
    }

    @Test
    void keepsUidsOverARestart() {
        files.write("team.yaml", GROUP.formatted("box-office", "Sells"));
        var before = uid("box-office");

        catalog = new CatalogFolder(folder, state);

        assertThat(uid("box-office")).isEqualTo(before);
    }

    @Test
    void keepsWhatABrokenFileHadOverARestart() {
        files.write("team.yaml", GROUP.formatted("box-office", "Sells"));
        catalog.current();
        files.write("team.yaml", ": : [");

        catalog = new CatalogFolder(folder, state);

        assertThat(description("box-office")).isEqualTo("Sells");
    }

    @Test
    void keepsTheUidOfAnEntityThatMovesToAnotherFile() {
        files.write("here.yaml", GROUP.formatted("box-office", "Sells"));
        var before = uid("box-office");
        files.write("there.yaml", GROUP.formatted("box-office", "Sells"));

        files.delete("here.yaml");

        assertThat(uid("box-office")).isEqualTo(before);
    }

    @Test
    void takesAnEntityFromTheFirstOfTwoFilesThatHaveIt() {
        files.write("1.yaml", GROUP.formatted("box-office", "First"));
        files.write("2.yaml", GROUP.formatted("box-office", "Second"));

        assertThat(description("box-office")).isEqualTo("First");
    }

    @Test
    void readsNoHiddenFilesAndNoOthers() {
        files.write(".git/team.yaml", GROUP.formatted("hidden", "x"));
        files.write("team.json", GROUP.formatted("other", "x"));
        files.write("team.yml", GROUP.formatted("box-office", "x"));

        assertThat(CatalogFolder.refs(folder)).containsExactly("group:default/box-office");
    }

    @Test
    void leavesOutWhatBackstageRefuses() {
        files.write("kind.yaml", GROUP.formatted("kind", "x").replace("Group", "Template"));
        files.write("version.yaml", GROUP.formatted("version", "x").replace("backstage.io/v1alpha1", "v1"));
        files.write("name.yaml", GROUP.formatted("-name-", "x"));
        files.write("spec.yaml", GROUP.formatted("spec", "x").replace("type: team, ", ""));
        files.write("annotation.yaml", GROUP.formatted("annotation", "x, annotations: {a: 1}"));
        files.write("namespace.yaml", GROUP.formatted("namespace", "x, namespace: 'Not Good'"));
        files.write("list.yaml", "- a list\n");
        files.write("twice.yaml", GROUP.formatted("twice, name: twice", "x"));

        assertThat(catalog.current().all())
                .extracting(entity -> entity.json().path("kind").asText())
                .containsOnly("Location");
    }

    private String uid(String group) {
        return catalog.current().find("group:default/" + group).orElseThrow().uid();
    }

    private String description(String group) {
        var entity = catalog.current().find("group:default/" + group).orElseThrow();
        return entity.json().at("/metadata/description").asText();
    }
}
