package dev.greenroom.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;

/** A call of {@code now()} without a clock, in whichever of java.time's types, or of the JVM's milliseconds. */
final class ReadTheSystemsClock {
    private ReadTheSystemsClock() {}

    static ArchCondition<JavaClass> condition() {
        return callMethodWhere(
                        DescribedPredicate.describe("reads the system's clock", call -> now(call) || millis(call)))
                .as("read the system's clock");
    }

    private static boolean now(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean millis(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(System.class)
                && call.getName().equals("currentTimeMillis");
    }
}
