package dev.greenroom.quickstart;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.greenroom.standins.LeftOut;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves tests out, and says so, where there is no Chromium. */
final class WithChromium implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.obstacle().ifPresent(reason -> {
            LeftOut.say("signing in and linking in a browser", reason);
            abort(reason);
        });
    }
}
