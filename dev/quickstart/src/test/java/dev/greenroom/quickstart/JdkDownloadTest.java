package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script on a machine with no JDK 25, and a download site of the test's own. */
class JdkDownloadTest {
    @TempDir
    Path folder;

    private HttpServer site;
    private byte[] archive;

    @BeforeEach
    void serve() throws Exception {
        archive = archive();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/jdk.tar.gz", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void takesAJdkWhoseChecksumIsRight() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(archive);

        var answer = runWithChecksum(HexFormat.of().formatHex(digest), "yes");

        assertThat(folder.resolve("home/jdk/bin/javac")).isExecutable();
        assertThat(answer.lines()).noneMatch(line -> line.contains("checksum is wrong"));
    }

    @Test
    void refusesAJdkWhoseChecksumIsWrong() throws Exception {
        var answer = runWithChecksum("0".repeat(64), "yes");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lastLine()).contains("checksum is wrong");
        assertThat(folder.resolve("home/jdk")).doesNotExist();
    }

    @Test
    void saysInOneLineWhatToInstallWhereNobodySaysYes() throws Exception {
        var answer = runWithChecksum("0".repeat(64), "no");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).hasSize(1);
        assertThat(answer.lastLine()).contains("no JDK 25 found", "JAVA_HOME");
    }

    @Test
    void offersNoJdkToAMachineThatItDoesNotRunOn() throws Exception {
        var uname =
                Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("uname"), """
                #!/bin/sh
                echo Linux aarch64
                """);
        assertThat(uname.toFile().setExecutable(true)).isTrue();

        var answer = runWithChecksum("0".repeat(64), "yes");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lastLine()).contains("x86-64 only", "aarch64");
    }

    private Script.Answer runWithChecksum(String checksum, String download) throws Exception {
        var url = "http://127.0.0.1:" + site.getAddress().getPort();
        var assets = "[{\"binary\": {\"package\": {\"checksum\": \"%s\", \"link\": \"%s/jdk.tar.gz\"}}}]"
                .formatted(checksum, url);
        site.createContext("/v3/assets/", exchange -> {
            var bytes = assets.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        var environment = Map.of(
                "JAVA_HOME",
                "",
                "HOME",
                folder.toString(),
                "PATH",
                folder.resolve("bin") + ":/usr/bin:/bin",
                "GREENROOM_DOWNLOAD_JDK",
                download,
                "GREENROOM_TEMURIN_API",
                url);
        return new Script(scriptThatFindsNoJdk(), Files.createDirectories(folder.resolve("home")), environment)
                .run("status");
    }

    /** The script without the machine's own folders of JDKs. */
    private Path scriptThatFindsNoJdk() throws IOException {
        var text = Files.readString(Path.of("../../greenroom"))
                .replace("/usr/lib/jvm/*", "/nowhere/*")
                .replace("/opt/java/* /opt/jdk*", "/nowhere/*")
                .replace("\"$(on_path)\"", "");
        var script = Files.writeString(folder.resolve("greenroom"), text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** As small as a JDK can be for the script: a javac that tells its version. */
    private byte[] archive() throws Exception {
        var bin = Files.createDirectories(folder.resolve("jdk-25/bin"));
        var javac = Files.writeString(bin.resolve("javac"), "#!/bin/sh\necho javac 25.0.1\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        var file = folder.resolve("archive.tar.gz");
        new ProcessBuilder("tar", "-czf", file.toString(), "-C", folder.toString(), "jdk-25")
                .start()
                .waitFor();
        return Files.readAllBytes(file);
    }
}
