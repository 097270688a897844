package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

    @Test
    void differsInWhatIsToBeDoneToAWorkspaceAndInTheWorkspace() {
        var one = UUID.fromString("9a1cbd5e-1f84-4f0a-8f5f-6f5b8f4f2a11");
        var other = UUID.fromString("9a1cbd5e-1f84-4f0a-8f5f-6f5b8f4f2a12");
        List<OfWorkspace.Maker> makers = List.of(
                StartWorkspace::new,
                StopWorkspace::new,
                RestartWorkspace::new,
                UpdateWorkspace::new,
                DeleteWorkspace::new,
                CancelBuild::new);

        var digests = makers.stream()
                .flatMap(maker -> Stream.of(digestOf(maker, one), digestOf(maker, other)))
                .toList();

        assertThat(digests).doesNotHaveDuplicates();
        assertThat(digestOf(StartWorkspace::new, one))
                .isEqualTo(digestOf(StartWorkspace::new, one))
                .isEqualTo("ee730ec83a9695c3acfcfbcbcfa21db4eb9a9316a78d3bf84289674a583bd1a0");
    }

    private static String digestOf(OfWorkspace.Maker maker, UUID workspaceId) {
        return maker.make(
                        UUID.randomUUID(),
                        "default",
                        JANE,
                        JANE,
                        Cause.REQUESTED,
                        NOW,
                        NOW.plusSeconds(600),
                        workspaceId)
                .digest();
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
