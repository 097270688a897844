package dev.greenroom.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.Environment;
import dev.greenroom.contracts.UserRef;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdminsTest {
    private static final UserRef JANE = new UserRef("default", "jane");

    @Test
    void areNobodyWhereNobodyIsNamed() {
        assertThat(new Admins(Optional.empty()).include(JANE)).isFalse();
    }

    @Test
    void areThoseWhoAreNamedAndNobodyOfTheSameNameElsewhere() {
        var admins = new Admins(Optional.of(Set.of(JANE)));

        assertThat(admins.include(JANE)).isTrue();
        assertThat(admins.include(new UserRef("guests", "jane"))).isFalse();
        assertThat(admins.include(JANE.in(new Environment("staging")))).isFalse();
    }
}
