package dev.greenroom.workspace.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.workspace.coder.CoderNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "payments,payments",
        "pay_ments.v2,pay-ments-v2",
        "p__a--y,p-a-y",
        "an-entity-whose-name-is-rather-long-for-coder,an-entity-whose-name-is-rather-l",
        "an-entity-whose-name-has-hyphen-at-32-x,an-entity-whose-name-has-hyphen"
    })
    void followsTheEntitysNameAsFarAsCoderTakesIt(String entity, String name) {
        assertThat(WorkspaceNames.of(component(entity))).startsWith(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "create", "a", "x-------------------------------------------y", "0.0"})
    void offersOnlyNamesThatCoderTakes(String entity) {
        assertThat(WorkspaceNames.of(component(entity))).isNotEmpty().allMatch(CoderNames::isWorkspaceName);
    }

    @Test
    void tellsEntitiesOfOneNameApartAndIsAlwaysTheSameForOne() {
        // Given
        var component = component("payments");
        var api = new EntityRef("api", "default", "payments");

        // When
        var marked = WorkspaceNames.of(component).getLast();

        // Then
        assertThat(marked).isNotEqualTo(WorkspaceNames.of(api).getLast());
        assertThat(marked).isEqualTo(WorkspaceNames.of(component).getLast()).matches("payments-[0-9a-f]{6}");
    }

    private static EntityRef component(String name) {
        return new EntityRef("component", "default", name);
    }
}
