package dev.greenroom.quickstart;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.backstage.BackstageDatabase;
import dev.greenroom.standins.backstage.RealBackstage;
import dev.greenroom.standins.backstage.RealBackstageOutcome;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** The same flow with a real Backstage back end, which has a PostgreSQL of its own. */
@Tag("backstage")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealBackstageFlowTest extends Flow {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    /** Kept from run to run, and shared with the contract's tests. */
    private static final Path PACKAGES = ROOT.resolve(".greenroom/backstage");

    private final Path data = TemporaryFolder.create("backstage-flow");
    private final Home home = new Home(ROOT, data.resolve("greenroom"));
    private PostgresqlStandIn postgresql;
    private RealBackstage backstage;
    private Greenroom greenroom;

    @BeforeAll
    void start() {
        DemoCatalog.provide(home);
        postgresql = PostgresqlStandIn.start(data.resolve("postgresql"), FreePort.find(), PostgresqlStandIn.FORGETFUL);
        postgresql.createDatabase("backstage", "backstage");
        var database = BackstageDatabase.of(postgresql.jdbcUrl("backstage"), "backstage", "backstage");
        switch (RealBackstage.start(ROOT.resolve("dev/backstage"), PACKAGES, database, home.catalog())) {
            case RealBackstageOutcome.Started(var started) -> backstage = started;
            case RealBackstageOutcome.LeftOut(var reason) -> {
                LeftOut.say("the flow with a real Backstage", reason);
                abort(reason);
            }
        }
        var neighbours = Neighbours.backstage(backstage.url(), backstage.staticToken());
        greenroom = Greenroom.start(home, neighbours, List.of(), (part, took) -> {}, System.out::println);
        greenroom.accounts().link("jane", backstageToken("jane"));
    }

    @AfterAll
    void stop() {
        if (greenroom != null) {
            greenroom.close();
        }
        if (backstage != null) {
            backstage.close();
        }
        postgresql.close();
        TemporaryFolder.delete(data);
    }

    @Override
    Greenroom greenroom() {
        return greenroom;
    }

    @Override
    Path catalog() {
        return home.catalog();
    }

    @Override
    String backstageToken(String user) {
        return backstage.tokenOf("user:default/" + user);
    }
}
