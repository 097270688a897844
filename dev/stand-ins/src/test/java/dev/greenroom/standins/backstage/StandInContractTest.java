package dev.greenroom.standins.backstage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract with the stand-in. */
@Tag("contract")
class StandInContractTest implements EntityContract, QueryContract, TokenContract, ChangeContract {
    @TempDir
    static Path folder;

    private static BackstageStandIn backstage;

    @BeforeAll
    static void start() throws IOException {
        var catalog = Files.createDirectory(folder.resolve("catalog"));
        BackstageUnderTest.writeCatalog(catalog);
        backstage = BackstageStandIn.start(catalog, folder.resolve("state"), "static-token");
        backstage.denials().deny(JOHN, HIDDEN);
    }

    @AfterAll
    static void stop() {
        backstage.close();
    }

    @Override
    public BackstageHttp http() {
        return new BackstageHttp(backstage.url());
    }

    @Override
    public CatalogFiles files() {
        return backstage.files();
    }

    @Override
    public String staticToken() {
        return backstage.staticToken();
    }

    @Override
    public String tokenOf(String userRef) {
        return backstage.tokenFor(userRef).mint();
    }
}
