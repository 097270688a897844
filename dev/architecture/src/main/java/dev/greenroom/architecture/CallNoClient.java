package dev.greenroom.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No call of what speaks HTTP to others: a {@code Client}, or the {@code Api} that is the raw interface under it. */
final class CallNoClient extends ArchCondition<JavaMethod> {
    CallNoClient() {
        super("call no Client and no Api");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getMethodCallsFromSelf().stream()
                .filter(call -> speaksHttp(call.getTargetOwner().getSimpleName()))
                .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
    }

    private static boolean speaksHttp(String name) {
        return name.endsWith("Client") || name.endsWith("Api");
    }
}
