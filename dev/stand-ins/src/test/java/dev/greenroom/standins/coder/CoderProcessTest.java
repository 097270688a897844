package dev.greenroom.standins.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as a process. */
class CoderProcessTest {

    private static final String READY = "ready: Coder on ";
    private static final String JANE = "{\"email\":\"jane@example.com\",\"password\":\"of jane\"}";

    @TempDir
    Path folder;

    @Test
    void saysWhereItListensAndKeepsItsStateWhenKilled() throws Exception {
        Path seed = Files.writeString(folder.resolve("seed.yaml"), """
                users:
                  - { username: root, password: of root, roles: [owner] }
                  - { username: jane, password: of jane }
                templates:
                  - name: tiny
                    parameters: [{ name: size, type: number, defaultValue: 2 }]
                """);
        String token;
        Process first = start(seed);
        try {
            Http http = new Http(url(first));
            token = http.send("POST", "/api/v2/users/login", "", JANE).body().split("\"")[3];
            assertThat(http.get("/api/v2/templates?q=exact_name:tiny", token).body())
                    .contains("\"name\":\"tiny\"");
        } finally {
            first.destroyForcibly().waitFor();
        }

        Process second = start(seed);
        try {
            assertThat(new Http(url(second)).get("/api/v2/users/me", token).body())
                    .contains("\"username\":\"jane\"");
        } finally {
            second.destroy();
            assertThat(second.waitFor()).isEqualTo(143);
        }
    }

    private Process start(Path seed) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CoderProcess.class.getName(),
                        "--port",
                        "0",
                        "--seed",
                        seed.toString(),
                        "--state",
                        folder.resolve("state").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String url(Process process) throws Exception {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        assertThat(line).startsWith(READY + "http://127.0.0.1:");
        return line.substring(READY.length());
    }
}
