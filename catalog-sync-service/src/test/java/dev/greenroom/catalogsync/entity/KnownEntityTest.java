package dev.greenroom.catalogsync.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.greenroom.catalogsync.compile.CatalogEntity;
import dev.greenroom.catalogsync.compile.CoderDefaults;
import dev.greenroom.catalogsync.compile.Compilation;
import dev.greenroom.catalogsync.compile.CompileCoderConfig;
import dev.greenroom.catalogsync.compile.Owners;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownEntityTest {
    private static final EntityRef REF = EntityRef.parse("component:default/payments");
    private static final KnownEntity NOTHING = KnownEntity.unknown(REF);

    @Test
    void countsARevisionForEachChangeAndNeverBack() {
        var known = NOTHING.says(content("a", "{}"), false)
                .says(content("b", "broken"), false)
                .withdrawn()
                .says(content("b", "{}"), false);

        assertThat(known.revision()).isEqualTo(4);
    }

    @Test
    void hasNewsOnlyWhereTheOutcomeOrTheUidIsAnother() {
        var known = NOTHING.says(content("a", "{mode: auto}"), false);

        assertThat(known.isNews(content("a", "{mode: auto, params: {}}"))).isFalse();
        assertThat(known.isNews(content("a", "{mode: manual}"))).isTrue();
        assertThat(known.isNews(content("b", "{mode: auto}"))).isTrue();
        assertThat(known.isNews(content("a", "broken"))).isTrue();
        assertThat(known.withdrawn().isNews(content("a", "{mode: auto}"))).isTrue();
    }

    @Test
    void hasNewsWhereAnInvalidEntityHasOtherOwners() {
        var known = NOTHING.says(content("a", "broken"), false);

        assertThat(known.isNews(content("a", "broken", "user:default/joe"))).isTrue();
    }

    @Test
    void beginsAGenerationWithEachOptIn() {
        var known = NOTHING.says(content("a", "{}"), false);
        assertThat(known.generation()).isZero();

        var once = known.says(content("a", "{preprovision: true}"), false);
        var still = once.says(content("a", "{preprovision: {start: false}}"), false);
        var twice = still.says(content("a", "{preprovision: false}"), false)
                .says(content("a", "{preprovision: true}"), false);

        assertThat(once.generation()).isEqualTo(1);
        assertThat(still.generation()).isEqualTo(1);
        assertThat(twice.generation()).isEqualTo(2);
    }

    @Test
    void keepsAnOptInThroughATypingError() {
        var known = NOTHING.says(content("a", "{preprovision: true}"), false)
                .says(content("a", "broken"), false)
                .says(content("a", "{preprovision: true}"), false);

        assertThat(known.generation()).isEqualTo(1);
    }

    @Test
    void keepsAnOptInThroughAWithdrawalThatWasNone() {
        var known = NOTHING.says(content("a", "{preprovision: true}"), false)
                .withdrawn()
                .says(content("a", "{preprovision: true}"), false);

        assertThat(known.generation()).isEqualTo(1);
    }

    @Test
    void keepsAnOptInWhileNobodyOfThoseItNamesIsAnOwner() {
        var forJoe = "{preprovision: {for: ['user:default/joe']}}";

        var known = NOTHING.says(content("a", forJoe, "user:default/joe"), false)
                .says(content("a", forJoe, "user:default/jane"), false)
                .says(content("a", forJoe, "user:default/joe"), false);

        assertThat(known.generation()).isEqualTo(1);
    }

    @Test
    void countsAnewForAnEntityThatWasAddedAgain() {
        var known = NOTHING.says(content("a", "{preprovision: true}"), false)
                .says(content("a", "{}"), false)
                .says(content("a", "{preprovision: true}"), false)
                .says(content("b", "{preprovision: true}"), false);

        assertThat(known.generation()).isEqualTo(1);
        assertThat(known.uid()).isEqualTo("b");
    }

    @Test
    void marksAnOptInThatWasThereWhenTheCatalogWasFirstReadAndNoLaterOne() {
        var found = NOTHING.says(content("a", "{preprovision: true}"), true);
        var edited = found.says(content("a", "{preprovision: {start: false}}"), false);
        var anew = edited.says(content("a", "{}"), false).says(content("a", "{preprovision: true}"), false);

        assertThat(found.ofSnapshot()).isTrue();
        assertThat(edited.ofSnapshot()).isTrue();
        assertThat(anew.ofSnapshot()).isFalse();
    }

    @Test
    void takesAnOptInForANewOneWhereTheEntityWasKnownBeforeTheFirstReadingCameToItsEnd() {
        var known = NOTHING.says(content("a", "{}"), true).says(content("a", "{preprovision: true}"), true);

        assertThat(known.ofSnapshot()).isFalse();
    }

    @Test
    void hasNothingToSayOfWhatSaysNothingAboutCoder() {
        var silent = silent("a");

        assertThat(NOTHING.isNews(silent)).isFalse();
        assertThat(NOTHING.seen(silent).revision()).isZero();
        assertThat(NOTHING.says(content("a", "{}"), false).isNews(silent)).isTrue();
    }

    @Test
    void takesAnOptInBackWithTheSpec() {
        var known = NOTHING.says(content("a", "{preprovision: true}"), false)
                .says(silent("a"), false)
                .says(content("a", "{preprovision: true}"), false);

        assertThat(known.state()).isEqualTo(EntityState.PUBLISHED);
        assertThat(known.revision()).isEqualTo(3);
        assertThat(known.generation()).isEqualTo(2);
    }

    private static Content silent(String uid) {
        var entity = new CatalogEntity(REF, uid, null, null, Owners.of(List.of()));
        return Content.of(entity, List.of(), new Compilation.NotConfigured());
    }

    private static Content content(String uid, String coder) {
        return content(uid, coder, "user:default/jane");
    }

    private static Content content(String uid, String coder, String owner) {
        try {
            var spec = new ObjectMapper(new YAMLFactory()).readTree(coder);
            var entity = new CatalogEntity(REF, uid, spec, null, Owners.of(List.of(UserRef.parse(owner))));
            var defaults = new CoderDefaults(
                    "default",
                    URI.create("https://coder.example.com"),
                    true,
                    "java",
                    CoderConfig.Mode.MANUAL,
                    List.of("repo_url"),
                    Map.of());
            return Content.of(entity, List.of(), CompileCoderConfig.compile(defaults, entity));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
