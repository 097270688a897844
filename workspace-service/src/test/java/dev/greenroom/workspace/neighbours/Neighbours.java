package dev.greenroom.workspace.neighbours;

import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import dev.greenroom.standins.coder.CoderTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What the service needs around it, started once for all tests. */
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PostgresqlTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = CoderTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StagingBackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
public final class Neighbours {

    private Neighbours() {}
}
