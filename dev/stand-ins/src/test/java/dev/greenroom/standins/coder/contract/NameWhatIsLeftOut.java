package dev.greenroom.standins.coder.contract;

import dev.greenroom.standins.LeftOut;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** A real Coder may lack a template, and can't be told to do some things: says which tests that cost. */
final class NameWhatIsLeftOut implements TestWatcher {
    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        var test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        LeftOut.say(test + " of the Coder contract", cause.getMessage());
    }
}
