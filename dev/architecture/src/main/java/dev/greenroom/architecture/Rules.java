package dev.greenroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;

/**
 * Taken up by each service with {@code @ArchTest static final ArchTests rules = ArchTests.in(Rules.class)}. What a rule
 * is for stands in its {@code because}.
 */
public final class Rules {
    @ArchTest
    static final ArchRule featuresAreNotTangled = slices().matching("dev.greenroom.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("a feature that can't be read without another is not a package of its own");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto|Service|Constants|Common)")
            .orShould()
            .haveNameMatching(".*[.$]Abstract[A-Z]\\w*")
            .because("such names fit everything and tell nothing");

    @ArchTest
    static final ArchRule whatAnswersHttpIsAResource = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .areNotInterfaces()
            .should()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true)
            .because("a stranger looks for it under that name");

    @ArchTest
    static final ArchRule whatReadsKafkaIsAConsumer = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer")
            .allowEmptyShould(true)
            .because("a stranger looks for it under that name");

    @ArchTest
    static final ArchRule beansAreGivenWhatTheyNeed = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a constructor says what a thing needs, and lets a test give it");

    @ArchTest
    static final ArchRule timeIsGiven = noClasses()
            .should(ReadTheSystemsClock.condition())
            .because("a Clock lets a test say what time it is; the database's clock decides about leases");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a log line has a level, a category and a trace");

    @ArchTest
    static final ArchRule transactionsDontWaitForHttp = methods()
            .that()
            .areAnnotatedWith("jakarta.transaction.Transactional")
            .should(new CallNoClient())
            .allowEmptyShould(true)
            .because("a transaction that waits for HTTP holds its connection, and drains the pool");

    @ArchTest
    static final ArchRule sqlIsInStores = noClasses()
            .that()
            .haveNameNotMatching(".*Store(\\$.*)?")
            .should()
            .callMethod(Connection.class, "prepareStatement", String.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.greenroom.database.Sql")
            .because("SQL is found where the table is");

    private Rules() {}
}
