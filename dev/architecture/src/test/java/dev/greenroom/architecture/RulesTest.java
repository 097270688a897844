package dev.greenroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.greenroom.tangled.one.One;
import dev.greenroom.tangled.two.Two;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that can't fail guards nothing: each is shown a class that breaks it, and classes that don't. */
class RulesTest {
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Rules.namesSayWhatAThingIs, BrokenExamples.ThingHelper.class),
                Arguments.of(Rules.namesSayWhatAThingIs, BrokenExamples.AbstractThing.class),
                Arguments.of(Rules.whatAnswersHttpIsAResource, BrokenExamples.Endpoint.class),
                Arguments.of(Rules.whatReadsKafkaIsAConsumer, BrokenExamples.Listener.class),
                Arguments.of(Rules.beansAreGivenWhatTheyNeed, BrokenExamples.Injected.class),
                Arguments.of(Rules.timeIsGiven, BrokenExamples.ReadsTheClock.class),
                Arguments.of(Rules.timeIsGiven, BrokenExamples.ReadsMilliseconds.class),
                Arguments.of(Rules.nothingIsPrinted, BrokenExamples.Prints.class),
                Arguments.of(Rules.transactionsDontWaitForHttp, BrokenExamples.WaitsForHttp.class),
                Arguments.of(Rules.transactionsDontWaitForHttp, BrokenExamples.WaitsForRawHttp.class),
                Arguments.of(Rules.sqlIsInStores, BrokenExamples.PreparesSql.class),
                Arguments.of(Rules.sqlIsInStores, BrokenExamples.GivesSql.class));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatBreaksIt(ArchRule rule, Class<?> broken) {
        assertThat(isBrokenBy(rule, broken)).isTrue();
    }

    @Test
    void refusesFeaturesThatNeedEachOther() {
        assertThat(isBrokenBy(Rules.featuresAreNotTangled, One.class, Two.class))
                .isTrue();
    }

    @Test
    void letsSoundCodePass() {
        var broken = Arrays.stream(Rules.class.getDeclaredFields())
                .map(RulesTest::rule)
                .filter(rule -> isBrokenBy(rule, SoundExamples.class.getDeclaredClasses()));

        assertThat(broken).isEmpty();
    }

    private static boolean isBrokenBy(ArchRule rule, Class<?>... classes) {
        return rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation();
    }

    private static ArchRule rule(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
