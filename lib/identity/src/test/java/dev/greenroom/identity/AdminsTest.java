package dev.greenroom.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.contracts.Environment;
import dev.greenroom.contracts.UserRef;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdminsTest {
    private static final UserRef JANE = new UserRef("default", "jane");

    @Test
    void areNobodyWhereNobodyIsNamed() {
        assertThatThrownBy(() -> new Admins(Optional.empty()).require(JANE)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void areThoseWhoAreNamedAndNobodyOfTheSameNameElsewhere() {
        var admins = new Admins(Optional.of(Set.of(JANE)));

        assertThat(admins.require(JANE)).isEqualTo(JANE);
        assertThat(admins.include(JANE)).isTrue();
        assertThat(admins.include(new UserRef("guests", "jane"))).isFalse();
        assertThatThrownBy(() -> admins.require(new UserRef("guests", "jane"))).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> admins.require(JANE.in(new Environment("staging"))))
                .isInstanceOf(HttpProblem.class);
    }
}
