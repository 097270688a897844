package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.coder.contract.Contract.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused whoever calls: too many calls, wrong routes and methods, browsers led astray. */
@ContractTest
class LimitContractTest {
    private static Target target;
    private Contract contract;

    @BeforeAll
    static void open() {
        target = Target.open();
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @BeforeEach
    void begin() {
        contract = new Contract(target);
    }

    @Test
    void limitsRequestsOfAUserToAPath() {
        Person bob = contract.bob();
        for (int i = 0; i < 512; i++) {
            contract.coder().get("/api/v2/users/me/organizations", bob.token());
        }
        contract.replay("05b-errors-more/22-429-api");
        assertThat(contract.send("05b-errors-more/23-other-path-after-429").status())
                .isEqualTo(200);
    }

    /** Not at a real Coder, where it would keep all tests from logging in for a minute. */
    @Test
    void limitsLogins() {
        target.standIn();
        try (Target own = Target.open()) {
            Contract alone = new Contract(own);
            for (int i = 0; i < 60; i++) {
                alone.send("05b-errors-more/21-429-login");
            }
            alone.replay("05b-errors-more/21-429-login");
        }
    }

    @Test
    void shapesItsErrors() {
        contract.alice();
        contract.replay("05-errors/04-404-route", "05-errors/06-405", "05-errors/07-404-resource");
        contract.replay("05-errors/08-400-not-uuid", "05-errors/10-400-wrong-type", "05-errors/11-400-no-body");
        contract.replay("05-errors/12-400-form-instead-of-json");
    }

    @Test
    void guardsCookiesAgainstOtherSites() {
        contract.alice();
        contract.bob();
        contract.replay("05-errors/15-csrf-cookie-post", "05-errors/16-csrf-cookie-and-other-header");
    }
}
