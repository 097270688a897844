package dev.greenroom.standins.coder;

import dev.greenroom.standins.coder.seed.Seed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The stand-in as a process of its own.
 *
 * <p>Arguments: {@code --host} (127.0.0.1), {@code --port} (3000; 0 for a free one), {@code --state} (a folder; nothing
 * is kept without one), {@code --seed} (a YAML or JSON file; the recorded users and templates without one). Ends on
 * SIGTERM.
 */
public final class CoderProcess {

    private CoderProcess() {}

    public static void main(String[] arguments) {
        Map<String, String> options = options(arguments);
        String seed = options.get("seed");
        String state = options.get("state");
        CoderStandIn coder = CoderStandIn.start(
                options.getOrDefault("host", "127.0.0.1"),
                Integer.parseInt(options.getOrDefault("port", "3000")),
                state == null ? null : Path.of(state),
                seed == null ? Seed.recorded() : Seed.read(Path.of(seed)));
        Runtime.getRuntime().addShutdownHook(new Thread(coder::close));
        System.out.println("ready: Coder on " + coder.url());
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Expected --name value, not " + arguments[i]);
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }
}
