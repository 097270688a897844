package dev.greenroom.standins.coder.steering;

import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault befalls.
 *
 * @param method the calls' method; null for all
 * @param pathPrefix what the calls' path begins with
 * @param times for how many calls it still holds; 0 for all of them until the faults are cleared
 */
public record FaultRule(@Nullable String method, String pathPrefix, int times, Fault fault) {

    boolean matches(String calledMethod, String calledPath) {
        return (method == null || method.equals(calledMethod)) && calledPath.startsWith(pathPrefix);
    }

    FaultRule once() {
        return new FaultRule(method, pathPrefix, times - 1, fault);
    }
}
