package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.auth.AccountTopic;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class AccountEventsTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    AccountTopic topic;

    @Inject
    Database database;

    private TestPerson jane;

    @BeforeEach
    void addJane() {
        jane = TestPerson.another(backstage, coder);
    }

    @Test
    void tellsEachChangeWithARevisionThatOnlyGrows() {
        // When
        link(jane.bearer(), jane.newApiToken(), false).statusCode(200);
        link(jane.bearer(), null, true).statusCode(200);
        unlink(jane.bearer()).statusCode(204);
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);

        // Then
        var events = topic.awaitEvents(jane.userRef(), 4);
        assertThat(events).extracting(CoderAccountEvent::revision).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events).extracting(CoderAccountEvent::deployment).containsOnly("default");
        assertLinked(events.get(0), 1, false);
        assertLinked(events.get(1), 1, true);
        assertThat(events.get(2)).isInstanceOf(CoderAccountEvent.Unlinked.class);
        assertLinked(events.get(3), 2, false);
    }

    @Test
    void letsTheTopicForgetAUserWhoHasUnlinkedAndGoesOnCountingWhenTheyLinkAgain() {
        // When
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);
        unlink(jane.bearer()).statusCode(204);
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);

        // Then
        var revisions = topic.awaitEvents(jane.userRef(), 3).stream().map(CoderAccountEvent::revision);
        assertThat(revisions).containsExactly(1L, 2L, 3L);
        assertThat(topic.recordsOf(jane.userRef()))
                .extracting(record -> record instanceof Decoded.Known known
                        ? known.message().getClass().getSimpleName()
                        : "tombstone")
                .containsExactly("Linked", "Unlinked", "tombstone", "Linked");
    }

    @Test
    void tellsWhoseCoderAccountItIs() {
        // When
        var id = link(jane.bearer(), jane.newApiToken(), true).extract().<String>path("coderUserId");

        // Then
        var linked =
                (CoderAccountEvent.Linked) topic.awaitEvents(jane.userRef(), 1).getFirst();
        assertThat(linked.coderUserId()).hasToString(id);
        assertThat(linked.coderUsername()).isEqualTo(jane.coderUser());
    }

    @Test
    void saysNothingWhereNothingChanges() {
        // Given
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);

        // When
        link(jane.bearer(), null, true).statusCode(200);
        link(jane.bearer(), "garbage", true).statusCode(422);
        unlink(jane.bearer()).statusCode(204);
        unlink(jane.bearer()).statusCode(204);

        // Then
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        assertThat(topic.awaitEvents(jane.userRef(), 3))
                .extracting(CoderAccountEvent::revision)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void linksNothingThatItCanNotTell() {
        // Given
        database.execute("alter table outbox rename to outbox_away");

        // When
        try {
            link(jane.bearer(), jane.newApiToken(), true).statusCode(500);
        } finally {
            database.execute("alter table outbox_away rename to outbox");
        }

        // Then
        assertThat(database.query("select id from account where user_ref = '" + jane.userRef() + "'"))
                .isEmpty();
        assertThat(database.query("select id from coder_grant where coder_username = '" + jane.coderUser() + "'"))
                .isEmpty();
    }

    private void assertLinked(CoderAccountEvent event, long generation, boolean consent) {
        assertThat(event).isInstanceOfSatisfying(CoderAccountEvent.Linked.class, linked -> {
            assertThat(linked.linkGeneration()).isEqualTo(generation);
            assertThat(linked.preprovisionConsent()).isEqualTo(consent);
            assertThat(linked.coderUsername()).isEqualTo(jane.coderUser());
        });
    }
}
