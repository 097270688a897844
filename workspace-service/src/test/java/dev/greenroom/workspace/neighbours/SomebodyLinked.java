package dev.greenroom.workspace.neighbours;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A test with the neighbours and a user of its own, whose Coder account is linked. */
public abstract class SomebodyLinked {
    protected CoderStandIn coder;
    protected BackstageStandIn backstage;
    protected AuthServiceStandIn auth;

    @Inject
    protected Database database;

    protected Operations operations;
    protected Person person;
    protected CoderOf coders;

    @BeforeEach
    void linkSomebody() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth, database);
        coders = new CoderOf(coder, person);
    }
}
