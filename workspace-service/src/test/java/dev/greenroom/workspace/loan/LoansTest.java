package dev.greenroom.workspace.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.coder.CoderToken;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoansTest {

    CoderStandIn coder;
    AuthServiceStandIn auth;

    @Inject
    Loans loans;

    @Inject
    Database database;

    Person person;
    String user;

    @BeforeEach
    void somebodyLinked() {
        person = Person.linked(coder, auth);
        user = person.ref().toString();
    }

    @AfterEach
    void mend() {
        auth.refusing(false);
        auth.coderAway(false);
    }

    @Test
    void remembersALoanForAWhile() {
        // Given
        var first = borrow();

        // When
        var again = borrow();

        // Then
        assertThat(again).isInstanceOf(LoanOutcome.Lent.class).isEqualTo(first);
        assertThat(auth.loansOf(user)).isEqualTo(1);
    }

    @Test
    void remembersNoTokenThatEndsSoon() {
        // Given
        auth.link(user, person.coderToken(), 1, Instant.now().plus(Duration.ofSeconds(20)));
        var first = borrow();

        // When
        var again = borrow();

        // Then
        assertThat(again).isInstanceOf(LoanOutcome.Lent.class).isNotEqualTo(first);
        assertThat(auth.loansOf(user)).isEqualTo(2);
    }

    @Test
    void usesNoTokenAgainThatCoderRefusedAndTellsOfIt() {
        // Given
        var refused = loan();

        // When
        var outcome = loans.refused("default", person.ref(), refused);

        // Then
        assertThat(outcome).isEqualTo(new RefusalOutcome.Heard());
        assertThat(auth.refusalsOf(user)).isEqualTo(1);
        assertThat(loan()).isNotEqualTo(refused);
        assertThat(auth.loansOf(user)).isEqualTo(2);
    }

    @Test
    void keepsTheNextLoanWhenTheOneBeforeIsRefusedOnceMore() {
        // Given
        var refused = loan();
        loans.refused("default", person.ref(), refused);
        var next = loan();

        // When
        loans.refused("default", person.ref(), refused);

        // Then
        assertThat(loan()).isEqualTo(next);
        assertThat(auth.refusalsOf(user)).isEqualTo(2);
    }

    @Test
    void saysWhereARefusalWasNotHeard() {
        // Given
        var refused = loan();
        auth.coderAway(true);

        // When
        var outcome = loans.refused("default", person.ref(), refused);

        // Then
        assertThat(outcome).isEqualTo(new RefusalOutcome.Unheard("auth-service answered 503"));
        assertThat(loan()).isNotEqualTo(refused);
    }

    @Test
    void takesTheRefusalOfALoanThatIsForgottenForHeard() {
        // When
        var outcome = loans.refused("default", person.ref(), new Loan(Long.MAX_VALUE, new CoderToken("old"), 1));

        // Then
        assertThat(outcome).isEqualTo(new RefusalOutcome.Heard());
    }

    /** What the database knows is put back by hand: it alone would keep the loan from being used. */
    @Test
    void dropsALoanWhenItHearsOfAnUnlink() {
        // Given
        account(person.linkedEvent(1, 1, false));
        var before = loan();
        account(person.unlinkedEvent(2));

        // When
        database.change("UPDATE coder_account SET linked = true WHERE key = ?", "default/" + user);

        // Then
        assertThat(loan()).isNotEqualTo(before);
    }

    @Test
    void asksAgainOnceAnotherLinkIsKnown() {
        // Given
        borrow();
        auth.link(user, person.coderToken(), 2);

        // When
        account(person.linkedEvent(1, 2, false));

        // Then
        assertThat(borrow())
                .isInstanceOfSatisfying(
                        LoanOutcome.Lent.class,
                        lent -> assertThat(lent.loan().linkGeneration()).isEqualTo(2));
    }

    @Test
    void lendsNothingOnceAnUnlinkIsKnown() {
        // Given
        account(person.linkedEvent(1, 1, false));
        borrow();
        auth.unlink(user);

        // When
        account(person.unlinkedEvent(2));

        // Then
        assertThat(borrow()).isInstanceOf(LoanOutcome.NotLinked.class);
    }

    @Test
    void believesAuthServiceOverAnAccountThatHasNotComeThroughYet() {
        // Given
        account(person.linkedEvent(1, 1, false));
        account(person.unlinkedEvent(2));

        // When
        auth.link(user, person.coderToken(), 2);

        // Then
        assertThat(borrow()).isInstanceOf(LoanOutcome.Lent.class);
    }

    @Test
    void saysWhatToCheckWhereThisServiceIsRefused() {
        // Given
        loans.refused("default", person.ref(), loan());
        auth.refusing(true);

        // When
        var tokenRefused = borrow();
        var secretRefused = borrow();

        // Then
        assertThat(tokenRefused)
                .isEqualTo(new LoanOutcome.Away(
                        "auth-service answered 401: check greenroom.services.secret and greenroom.services.issuer"));
        assertThat(secretRefused)
                .isEqualTo(new LoanOutcome.Away("the issuer of services' tokens gave none:"
                        + " check greenroom.services.secret and greenroom.services.issuer"));
    }

    private LoanOutcome borrow() {
        return loans.borrow("default", person.ref());
    }

    private Loan loan() {
        return ((LoanOutcome.Lent) borrow()).loan();
    }

    private void account(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }
}
