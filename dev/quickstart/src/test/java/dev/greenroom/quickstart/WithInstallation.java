package dev.greenroom.quickstart;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.backstage.RealBackstageOutcome;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Installation} of a test run, which takes about a minute to start. */
final class WithInstallation implements BeforeAllCallback, ParameterResolver {

    /** JUnit closes it after the last test. */
    private record Shared(Installation installation, RealBackstageOutcome outcome) implements AutoCloseable {
        static Shared start() {
            var installation = new Installation();
            try {
                return new Shared(installation, installation.start());
            } catch (RuntimeException e) {
                installation.close();
                throw e;
            }
        }

        @Override
        public void close() {
            installation.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (shared(context).outcome() instanceof RealBackstageOutcome.LeftOut(var reason)) {
            LeftOut.say("the flow and the sign-in with a real Backstage", reason);
            abort(reason);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context).installation();
    }

    private static Shared shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithInstallation.class))
                .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    }
}
