package dev.greenroom.catalogsync.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent.Invalid;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an author's edit becomes on the topic. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class FollowCatalogTest extends AuthoredCatalog {
    @Test
    void publishesAnEntityUnderItsKeyWithItsFirstRevision() {
        catalog.component(name, "{templateName: java-maven, mode: auto, params: {cpu: '4'}}");

        passes.run();

        var record = published.records(ref).getFirst();
        assertThat(record.key()).isEqualTo("default/" + ref);
        assertThat(record.event()).isInstanceOfSatisfying(Published.class, event -> {
            assertThat(event.revision()).isEqualTo(1);
            assertThat(event.entityUid()).isNotBlank();
            assertThat(event.config().templateName()).isEqualTo("java-maven");
            assertThat(event.config().mode()).isEqualTo(CoderConfig.Mode.AUTO);
            assertThat(event.config().params()).containsEntry("cpu", "4");
            assertThat(event.config().repositoryUrl()).isEqualTo(URI.create("https://github.com/acme/" + name));
            assertThat(event.config().owners()).containsExactly(UserRef.parse("user:default/jane"));
            assertThat(event.notReady()).isEmpty();
        });
    }

    @Test
    void publishesAnEditUnderTheNextRevision() {
        catalog.component(name, "{templateName: java}");
        passes.run();
        catalog.component(name, "{templateName: go}");

        passes.run();

        assertThat(published.about(ref)).extracting(event -> event.revision()).containsExactly(1L, 2L);
        assertThat(templates()).containsExactly("java", "go");
    }

    @Test
    void endsInTheFirstStateAfterARevertUnderAThirdRevision() {
        for (var template : List.of("java", "go", "java")) {
            catalog.component(name, "{templateName: " + template + "}");
            passes.run();
        }

        assertThat(published.about(ref)).extracting(event -> event.revision()).containsExactly(1L, 2L, 3L);
        assertThat(templates()).containsExactly("java", "go", "java");
    }

    @Test
    void publishesNothingForAPassThatFindsNothingNew() {
        catalog.component(name, "{templateName: java}");
        passes.run();

        passes.run();

        assertThat(published.about(ref)).hasSize(1);
    }

    @Test
    void publishesNothingForAnEditThatMeansNothingHere() {
        catalog.component(name, "{templateName: java}");
        passes.run();
        catalog.component(name, "{templateName: java, mode: manual}");

        passes.run();

        assertThat(published.about(ref)).hasSize(1);
    }

    @Test
    void takesNoRevisionForAMessageThatTheOutboxRefused() {
        catalog.component(name, "{}");
        database.execute("alter table outbox add constraint nothing check (topic is null) not valid");
        passes.run();
        database.execute("alter table outbox drop constraint nothing");

        passes.run();

        assertThat(published.about(ref)).extracting(event -> event.revision()).containsExactly(1L);
    }

    @Test
    void readsEveryPage() {
        var names = IntStream.range(0, 11).mapToObj(i -> name + "-" + i).toList();
        names.forEach(each -> catalog.component(each, "{}"));

        passes.run();

        assertThat(names)
                .allSatisfy(each ->
                        assertThat(published.about("component:default/" + each)).hasSize(1));
    }

    @Test
    void keepsToItsScope() {
        catalog.api(name);
        catalog.resource(name);

        passes.run();

        assertThat(published.about("api:default/" + name)).hasSize(1);
        assertThat(published.about("resource:default/" + name)).isEmpty();
    }

    @Test
    void publishesABrokenSpecAsInvalidWithItsReasons() {
        catalog.component(name, "{mode: sometimes, params: {cpu: [1]}}");

        passes.run();

        assertThat(published.about(ref).getFirst()).isInstanceOfSatisfying(Invalid.class, event -> {
            assertThat(event.reasons())
                    .extracting(Reason::path)
                    .containsExactly("spec.coder.mode", "spec.coder.params.cpu");
            assertThat(event.owners()).containsExactly(UserRef.parse("user:default/jane"));
        });
    }

    @Test
    void publishesARepairedSpecAgain() {
        catalog.component(name, "broken");
        passes.run();
        catalog.component(name, "{templateName: java}");

        passes.run();

        assertThat(published.about(ref).getLast())
                .isInstanceOfSatisfying(
                        Published.class, event -> assertThat(event.revision()).isEqualTo(2));
    }

    @Test
    void saysWhyAnEntityIsNotReadyAndWhatWasReadOtherwise() {
        catalog.component(name, "{templateName: '', params: {cpu: 4}}");

        passes.run();

        assertThat(published.about(ref).getFirst()).isInstanceOfSatisfying(Published.class, event -> {
            assertThat(event.notReady()).extracting(Reason::code).containsExactly("NO_TEMPLATE");
            assertThat(event.warnings()).extracting(Reason::code).containsExactly("TAKEN_AS_TEXT");
        });
    }

    @Test
    void countsOptInsThatWereTakenBackAndGivenAgain() {
        for (var coder : List.of(
                "{preprovision: true}", "{preprovision: true, mode: auto}", "{}", "broken", "{preprovision: true}")) {
            catalog.component(name, coder);
            passes.run();
        }

        assertThat(generations()).containsExactly(1L, 1L, 0L, 2L);
    }

    @Test
    void countsOptInsOfAnEntityThatWasAddedAgainFromOneUnderItsNewUid() {
        catalog.component(name, "{preprovision: true}");
        passes.run();
        catalog.delete(name);
        passes.run();
        catalog.component(name, "{preprovision: true}");

        passes.run();

        assertThat(generations()).containsExactly(1L, 1L);
        assertThat(published.about(ref)).extracting(event -> event.entityUid()).doesNotHaveDuplicates();
        assertThat(published.about(ref)).extracting(event -> event.revision()).containsExactly(1L, 2L);
    }

    private List<Long> generations() {
        return published.about(ref).stream()
                .filter(Published.class::isInstance)
                .map(event -> ((Published) event).config().preprovision())
                .map(optIn -> optIn == null ? 0L : optIn.generation())
                .toList();
    }
}
