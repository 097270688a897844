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
    }

    @Test
    void remembersALoanForAWhile() {
        // Given
        borrow();

        // When
        var again = borrow();

        // Then
        assertThat(again).isEqualTo(new LoanOutcome.Lent(new Loan(tokenOf(again), 1, false)));
        assertThat(auth.loansOf(user)).isEqualTo(1);
    }

    @Test
    void remembersNoTokenThatEndsSoon() {
        // Given
        auth.link(user, person.coderToken(), 1, Instant.now().plus(Duration.ofSeconds(20)));
        borrow();

        // When
        var again = borrow();

        // Then
        assertThat(again).isEqualTo(new LoanOutcome.Lent(new Loan(tokenOf(again), 1, true)));
        assertThat(auth.loansOf(user)).isEqualTo(2);
    }

    @Test
    void forgetsWhenItIsTold() {
        // Given
        borrow();

        // When
        loans.forget("default", person.ref());

        // Then
        borrow();
        assertThat(auth.loansOf(user)).isEqualTo(2);
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
        borrow();
        loans.forget("default", person.ref());
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

    private static CoderToken tokenOf(LoanOutcome outcome) {
        return ((LoanOutcome.Lent) outcome).loan().token();
    }

    private void account(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }
}
