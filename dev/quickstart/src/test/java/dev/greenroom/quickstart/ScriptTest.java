package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.TemporaryFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README promises of {@code ./greenroom up} and its companions. Runs once the jars are there. */
@Tag("flow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScriptTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonHttp http = new JsonHttp();
    private final Path folder = TemporaryFolder.create("script");
    private final Home home = new Home(Path.of("../..").toAbsolutePath().normalize(), folder);
    private Script script;
    private ServerSocket takesThePort;
    private Script.Answer up;

    @BeforeAll
    void start() throws Exception {
        takesThePort = take(8080);
        script = Script.ofCheckout(folder);
        up = script.run("up", "--detach");
    }

    /** Null where somebody else has it, which is as good. */
    private static ServerSocket take(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            return null;
        }
    }

    @AfterAll
    void stop() throws Exception {
        var parts = running().parts();
        var down = script.run("down");
        if (takesThePort != null) {
            takesThePort.close();
        }

        assertThat(down.lastLine()).startsWith("down;");
        assertThat(parts).noneMatch(part -> part.process().handle().isPresent());
        assertThat(script.run("status").lastLine()).isEqualTo("nothing is up");
        assertThat(script.run("lending").lastLine())
                .isEqualTo("greenroom: nothing is up; start it with ./greenroom up");
        TemporaryFolder.delete(folder);
    }

    @Test
    void endsWithTheReadyLineAndAvoidsATakenPort() {
        assertThat(up.exitCode()).isZero();
        assertThat(up.lastLine()).matches("ready in \\d+\\.\\d s: http://127\\.0\\.0\\.1:\\d+");
        assertThat(up.lastLine()).doesNotEndWith(":8080");
    }

    @Test
    void linksJaneWithHerConsentAndLeavesJohnAlone() throws Exception {
        var jane = get("jane", "/v1/account");

        assertThat(jane.body().path("coderUsername").asText()).isEqualTo("jane");
        assertThat(jane.body().path("preprovisionConsent").asBoolean()).isTrue();
        assertThat(get("john", "/v1/account").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "jane, ticketing, READY", "john, gate-scanner, READY", "jane, pricing, READY", "jane, storefront, READY",
        "john, seat-maps, READY", "john, door-times, READY", "jane, refunds, READY", "jane, artist-portal, READY",
        "jane, payouts, NOT_READY", "jane, newsletter, NOT_READY", "john, turnstiles, NOT_READY"
    })
    void servesAnEntityOfEveryKindOfReadiness(String user, String name, String readiness) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                entity(user, name).body().path("readiness").asText())
                        .isEqualTo(readiness));
    }

    @Test
    void bringsUpAWorkspaceForWhoeverIsLinkedAndForNobodyElse() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(workspaces("jane", "ticketing")).containsExactly("running"));
        assertThat(workspaces("john", "gate-scanner")).isEmpty();
    }

    @Test
    void namesAPartThatHasNoLog() throws Exception {
        var logs = script.run("logs", "gatway");

        assertThat(logs.exitCode()).isEqualTo(1);
        assertThat(logs.lastLine()).startsWith("greenroom: no log of gatway in ");
    }

    @Test
    void freezesAndThawsLendingAsTheDemosAdmin() throws Exception {
        var before = script.run("lending");
        var frozen = script.run("lending", "freeze", "a", "drill");
        var shown = script.run("lending");
        var thawed = script.run("lending", "thaw");

        assertThat(before.lastLine()).isEqualTo("not frozen: tokens are lent");
        assertThat(frozen.lastLine()).matches("frozen: no token is lent; since \\S+, by user:default/admin: a drill");
        assertThat(shown).isEqualTo(frozen);
        assertThat(thawed.lastLine()).startsWith("not frozen: tokens are lent; since ");
        assertThat(get("jane", "/v1/admin/lending").status()).isEqualTo(403);
    }

    @Test
    void saysWhatLendingTakes() throws Exception {
        var wrong = script.run("lending", "freeze");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.lastLine()).isEqualTo("greenroom: lending takes freeze REASON, thaw or nothing, not: freeze");
    }

    @Test
    void pausesAndResumesPreprovisioningAsTheDemosAdmin() throws Exception {
        var before = script.run("preprovision");
        var paused = script.run("preprovision", "pause", "a", "drill");
        var shown = script.run("preprovision");
        var resumed = script.run("preprovision", "resume");

        assertThat(before.lastLine()).isEqualTo("not paused: 0 wait");
        assertThat(paused.lastLine()).matches("paused: 0 wait; since \\S+, by user:default/admin: a drill");
        assertThat(shown).isEqualTo(paused);
        assertThat(resumed.lastLine()).startsWith("not paused: 0 wait; since ");
        assertThat(get("jane", "/v1/admin/preprovision").status()).isEqualTo(403);
    }

    @Test
    void saysWhatPreprovisionTakes() throws Exception {
        var wrong = script.run("preprovision", "pause");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.lastLine())
                .isEqualTo("greenroom: preprovision takes pause REASON, resume or nothing, not: pause");
    }

    /** The last, since nobody is linked after it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void revokesEverythingAsTheDemosAdmin() throws Exception {
        var revoked = script.run("revoke-everything", "a", "drill");

        assertThat(revoked.lastLine())
                .matches(
                        "every link is ended: 1 accounts, by user:default/admin: a drill; \\d+ pairs of tokens wait for"
                                + " Coder; lending stays frozen: \\./greenroom lending thaw");
        assertThat(get("jane", "/v1/account").status()).isEqualTo(404);
        assertThat(script.run("lending").lastLine()).startsWith("frozen: no token is lent; since ");
    }

    @Test
    void wantsAReasonToRevokeEverything() throws Exception {
        var wrong = script.run("revoke-everything");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.lastLine()).isEqualTo("greenroom: revoke-everything takes a REASON");
    }

    @Test
    void leavesLendingToTheAdminsOfARealBackstage() throws Exception {
        var own = TemporaryFolder.create("script-real-backstage");
        new Running(running().launcher(), running().gateway(), null, List.of()).write(new Home(home.root(), own));

        var lending = Script.ofCheckout(own).run("lending");

        assertThat(lending.exitCode()).isEqualTo(1);
        assertThat(lending.lastLine())
                .startsWith("greenroom: a real Backstage has the admins: ")
                .endsWith(running().gateway() + "/v1/admin/lending");
        TemporaryFolder.delete(own);
    }

    @Test
    void takesWhatHasNoServicesYetForNotReady() {
        var whole = running();
        var kafkaAndPostgresql =
                whole.parts().stream().filter(part -> part.health() == null).toList();

        assertThat(Status.wholeIsReady(whole)).isTrue();
        assertThat(Status.wholeIsReady(
                        new Running(whole.launcher(), whole.gateway(), whole.backstage(), kafkaAndPostgresql)))
                .isFalse();
    }

    @Test
    void saysThatItIsUpAlready() throws Exception {
        var again = script.run("up", "--detach");

        assertThat(again.exitCode()).isZero();
        assertThat(again.lastLine()).isEqualTo("already up: " + running().gateway());
    }

    @Test
    void goesOnWhereALauncherThatWasKilledStopped() throws Exception {
        var before = get("jane", "/v1/account").body();
        var launcher = running().launcher().handle().orElseThrow();
        launcher.destroyForcibly();
        launcher.onExit().join();

        var again = script.run("up", "--detach");

        assertThat(again.lastLine()).startsWith("ready in");
        assertThat(get("jane", "/v1/account").body()).isEqualTo(before);
        assertThat(script.run("status").exitCode()).isZero();
    }

    @Test
    void leavesNothingBehindWhenItIsBrokenOff() throws Exception {
        var own = TemporaryFolder.create("script-broken-off");
        var process = Script.ofCheckout(own).start("up");
        var started = new Home(home.root(), own);
        await().atMost(PATIENCE)
                .until(() -> Running.read(started).isPresent()
                        && Running.read(started).get().parts().size() >= 4);
        var parts = Running.read(started).orElseThrow().parts();

        // Ctrl-C's SIGINT does the same, but whoever runs the tests in the background has it ignored.
        process.destroy();
        process.waitFor();

        assertThat(parts).noneMatch(part -> part.process().handle().isPresent());
        TemporaryFolder.delete(own);
    }

    private Running running() {
        return Running.read(home).orElseThrow();
    }

    private List<String> workspaces(String user, String name) throws Exception {
        return StreamSupport.stream(entity(user, name).body().path("workspaces").spliterator(), false)
                .map(workspace -> workspace.path("status").asText())
                .toList();
    }

    private JsonHttp.Answer entity(String user, String name) throws Exception {
        return get(user, "/v1/entities/component/default/" + name);
    }

    private JsonHttp.Answer get(String user, String path) throws Exception {
        var token = script.run("token", user).lastLine();
        return http.get(URI.create(running().gateway() + path), Map.of("Authorization", "Bearer " + token));
    }
}
