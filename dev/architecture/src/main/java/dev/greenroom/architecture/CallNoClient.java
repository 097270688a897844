package dev.greenroom.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No call of a class whose name ends in {@code Client}, which is what speaks HTTP to others. */
final class CallNoClient extends ArchCondition<JavaMethod> {
    CallNoClient() {
        super("call no Client");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getSimpleName().endsWith("Client"))
                .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
    }
}
