package dev.greenroom.quickstart;

import dev.greenroom.standins.TemporaryFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** The flow as {@code ./greenroom up} runs it on a bare machine. */
@Tag("flow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowTest extends Flow {
    private final Home home = new Home(Path.of("../..").toAbsolutePath().normalize(), TemporaryFolder.create("flow"));
    private Greenroom greenroom;

    @BeforeAll
    void start() {
        greenroom = Greenroom.start(home, Neighbours.NONE, List.of("jane"), (part, took) -> {}, System.out::println);
    }

    @AfterAll
    void stop() {
        greenroom.close();
        TemporaryFolder.delete(home.folder());
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
        return greenroom.accounts().backstageToken(user);
    }
}
