package dev.greenroom.workspace.preprovision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.neighbours.Entity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreprovisionIdTest {

    private static final UserRef JANE = new UserRef("default", "jane");

    private final Entity entity = Entity.some();

    @Test
    void isAVersion5Uuid() {
        // When
        var id = PreprovisionId.of(entity.published(1), JANE, 1);

        // Then
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void staysWhateverElseChanges() {
        assertThat(PreprovisionId.of(entity.published(1), JANE, 1))
                .isEqualTo(PreprovisionId.of(entity.param("cpu", "4").published(7), JANE, 1));
    }

    @Test
    void differsByEntityUserAndOptIn() {
        assertThat(Stream.of(
                        PreprovisionId.of(entity.published(1), JANE, 1),
                        PreprovisionId.of(entity.published(1), JANE, 2),
                        PreprovisionId.of(entity.published(1), new UserRef("default", "john"), 1),
                        PreprovisionId.of(Entity.some().published(1), JANE, 1)))
                .doesNotHaveDuplicates();
    }
}
