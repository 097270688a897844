package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Installs from the real {@code dev/backstage}, by commands that stand in for npm. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class BackstageInstallTest {
    private static final Path SOURCE = Path.of("../backstage");

    @TempDir
    Path folder;

    @Test
    void saysThatThereIsNoNpm() {
        var reason = install("/no/such/npm").install();

        assertThat(reason).hasValueSatisfying(text -> assertThat(text).startsWith("npm is not there"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH"})
    void saysThatTheRegistryIsOutOfReach(String code) throws IOException {
        var npm = command("echo 'npm error code " + code + "'; echo 'npm error errno " + code + "'; exit 1");

        assertThat(install(npm).install()).hasValue("npm can't reach its registry (" + code + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUSAGE", "EINTEGRITY", "ENOSPC", "E403", "E404"})
    void failsWithNpmsLastLinesForAnyOtherReason(String code) throws IOException {
        var npm =
                command("seq 1 100; echo 'npm error code " + code + "'; echo 'npm error ENOTFOUND it is not'; exit 1");

        assertThatThrownBy(() -> install(npm).install())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("npm ci failed:\n83\n")
                .hasMessageContaining("npm error code " + code + "\nnpm error ENOTFOUND it is not");
    }

    @Test
    void failsWhereNpmSaysNothing() throws IOException {
        var npm = command("exit 1");

        assertThatThrownBy(() -> install(npm).install()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void installsOnceForEachStateOfTheLockFile() throws IOException {
        var npm = command("mkdir -p node_modules; echo \"$@\" >> calls");
        var calls = folder.resolve("cache/calls");

        assertThat(install(npm).install()).isEmpty();
        assertThat(install(npm).install()).isEmpty();
        assertThat(calls).content().startsWith("ci --ignore-scripts").hasLineCount(1);
        Files.writeString(folder.resolve("cache/node_modules/.installed-by-package-lock.json"), "another");
        assertThat(install(npm).install()).isEmpty();

        assertThat(calls).content().hasLineCount(2);
        assertThat(folder.resolve("cache/index.js")).hasSameTextualContentAs(SOURCE.resolve("index.js"));
    }

    private BackstageInstall install(String npm) {
        return new BackstageInstall(SOURCE, folder.resolve("cache"), npm);
    }

    private String command(String script) throws IOException {
        var file = Files.writeString(folder.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }
}
