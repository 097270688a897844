package dev.greenroom.quickstart;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same flow with a real Backstage back end. */
@Tag("backstage")
@ExtendWith(WithInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealBackstageFlowTest extends Flow {
    private Installation installation;

    @BeforeAll
    void link(Installation started) {
        installation = started;
        greenroom().accounts().link("jane", backstageToken("jane"));
    }

    @Override
    Greenroom greenroom() {
        return installation.greenroom();
    }

    @Override
    Path catalog() {
        return installation.catalog();
    }

    @Override
    String backstageToken(String user) {
        return installation.backstage().tokenOf("user:default/" + user);
    }
}
