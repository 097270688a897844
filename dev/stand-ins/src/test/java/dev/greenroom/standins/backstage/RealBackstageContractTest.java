package dev.greenroom.standins.backstage;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract with the real Backstage of {@code dev/backstage}; left out, and said to be, where npm doesn't answer. */
@Tag("backstage")
class RealBackstageContractTest implements EntityContract, QueryContract, TokenContract, ChangeContract {
    private static final Path SOURCE = Path.of("../backstage");
    private static final Path CACHE = Path.of("../../.greenroom/backstage");

    @TempDir
    static Path folder;

    private static PostgresqlStandIn postgresql;
    private static RealBackstage backstage;
    private static CatalogFiles files;

    @BeforeAll
    static void start() throws IOException {
        var catalog = Files.createDirectory(folder.resolve("catalog"));
        BackstageUnderTest.writeCatalog(catalog);
        files = new CatalogFiles(catalog);
        postgresql =
                PostgresqlStandIn.start(folder.resolve("postgresql"), FreePort.find(), PostgresqlStandIn.FORGETFUL);
        postgresql.createDatabase("backstage", "backstage");
        var database = BackstageDatabase.of(postgresql.jdbcUrl("backstage"), "backstage", "backstage");
        switch (RealBackstage.start(SOURCE, CACHE, database, catalog)) {
            case RealBackstageOutcome.Started(var started) -> backstage = started;
            case RealBackstageOutcome.LeftOut(var reason) -> {
                LeftOut.say("the catalog contract with a real Backstage", reason);
                abort(reason);
            }
        }
    }

    @AfterAll
    static void stop() {
        if (backstage != null) {
            backstage.close();
        }
        postgresql.close();
    }

    @Override
    public BackstageHttp http() {
        return new BackstageHttp(backstage.url());
    }

    @Override
    public CatalogFiles files() {
        return files;
    }

    @Override
    public String staticToken() {
        return backstage.staticToken();
    }

    @Override
    public String tokenOf(String userRef) {
        return backstage.tokenOf(userRef);
    }
}
