package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestDigestTest {
    private static final UserRef JANE = UserRef.parse("user:default/jane");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void neverChanges() {
        // Given: rows in databases hold it.
        var command = create("component:default/shop", "shop", Map.of("cpu", "4"));

        assertThat(command.digest()).isEqualTo("5724eaf0201743f449c4edac36833d6ab98d42ae988b90447284557791d4b399");
    }

    @Test
    void isTheSameForTheSameRequestAtAnotherTime() {
        var later = new CreateWorkspace(
                UUID.randomUUID(),
                "default",
                JANE,
                JANE,
                Cause.REQUESTED,
                NOW.plusSeconds(60),
                NOW.plusSeconds(600),
                EntityRef.parse("component:default/shop"),
                null,
                Map.of());

        assertThat(later.digest())
                .isEqualTo(create("component:default/shop", null, Map.of()).digest());
    }

    @Test
    void doesNotDependOnTheOrderOfParameters() {
        var oneWay = new LinkedHashMap<String, String>();
        oneWay.put("cpu", "4");
        oneWay.put("disk", "20");
        var otherWay = new LinkedHashMap<String, String>();
        otherWay.put("disk", "20");
        otherWay.put("cpu", "4");

        assertThat(create("component:default/shop", null, oneWay).digest())
                .isEqualTo(create("component:default/shop", null, otherWay).digest());
    }

    @Test
    void differsInEachThingThatIsAskedFor() {
        assertThat(new String[] {
                    create("component:default/shop", null, Map.of()).digest(),
                    create("component:default/till", null, Map.of()).digest(),
                    create("component:default/shop", "shop", Map.of()).digest(),
                    create("component:default/shop", null, Map.of("cpu", "4")).digest(),
                    create("component:default/shop", null, Map.of("cpu", "8")).digest(),
                    create("component:default/shop", null, Map.of("cpu", "4,\"x\":\"1"))
                            .digest(),
                    new ListWorkspaces(UUID.randomUUID(), "default", JANE, JANE, Cause.REQUESTED, NOW, NOW).digest()
                })
                .doesNotHaveDuplicates();
    }

    private static CreateWorkspace create(String entity, @Nullable String name, Map<String, String> params) {
        return new CreateWorkspace(
                UUID.randomUUID(),
                "default",
                JANE,
                JANE,
                Cause.REQUESTED,
                NOW,
                NOW.plusSeconds(600),
                EntityRef.parse(entity),
                name,
                params);
    }
}
