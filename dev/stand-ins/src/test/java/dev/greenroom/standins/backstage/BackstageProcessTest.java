package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.FreePort;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BackstageProcessTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(30)
    void saysThatItIsReadyAndEndsWhenItIsToldTo() throws Exception {
        var catalog = Files.createDirectory(folder.resolve("catalog"));
        BackstageUnderTest.writeCatalog(catalog);
        int port = FreePort.find();
        var url = "http://127.0.0.1:" + port;

        var process = start(catalog.toString(), folder + "/state", "127.0.0.1", "" + port, url, "user:default/jane");
        try (var lines = process.inputReader()) {
            assertThat(lines.lines().anyMatch(("ready: Backstage on " + url)::equals))
                    .isTrue();
            var http = new BackstageHttp(URI.create(url));
            assertThat(http.get("token", "/api/catalog/entities?limit=1").status())
                    .isEqualTo(200);
            assertThat(http.get("", "/api/auth/guest/refresh")
                            .body()
                            .findValue("userEntityRef")
                            .asText())
                    .isEqualTo("user:default/jane");
        } finally {
            process.destroy();
        }

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static Process start(String... arguments) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ArrayList<String>();
        command.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(BackstageProcess.class.getName());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GREENROOM_BACKSTAGE_TOKEN", "token");
        return builder.start();
    }
}
