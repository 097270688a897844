package dev.greenroom.quickstart;

import java.net.URI;
import java.util.List;

/** Registers Greenroom at the stand-in Coder, as an operator does at a real one, so that accounts are linked by consent. */
final class DemoApplication {
    private static final String NAME = "greenroom";
    /** The name of the errand, which auth-service waits for. */
    static final String ERRAND = "application at coder";

    private final Secrets secrets;
    private final DemoCoder coder;
    private final URI callback;

    DemoApplication(Plan plan) {
        this(plan.secrets(), plan.coder(), plan.addresses().url("gateway"));
    }

    DemoApplication(Secrets secrets, URI coder, URI gateway) {
        this.secrets = secrets;
        this.coder = new DemoCoder(coder);
        this.callback = gateway.resolve("/oauth2/callback");
    }

    Errand errand() {
        return new Errand(ERRAND, List.of("coder"), this::register);
    }

    /**
     * Registers another application where the gateway has got another port: Coder takes no callback but the registered
     * one. What was linked with the earlier application goes on, since Coder refreshes tokens for any.
     */
    void register() {
        var known = secrets.coderApplication()
                .filter(application -> application.callback().equals(callback))
                .filter(coder::knows);
        if (known.isEmpty()) {
            secrets.keep(coder.register(NAME, callback));
        }
    }
}
