package dev.greenroom.standins.coder;

import dev.greenroom.standins.coder.seed.Seed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in as a process of its own. When it listens, it prints {@code ready <url>}.
 *
 * <p>Arguments, or environment where an argument is absent: {@code --host} ({@code GREENROOM_CODER_HOST}, 127.0.0.1),
 * {@code --port} ({@code GREENROOM_CODER_PORT}, 3000; 0 for a free one), {@code --state}
 * ({@code GREENROOM_CODER_STATE}, a folder; nothing is kept without one), {@code --seed} ({@code GREENROOM_CODER_SEED},
 * a YAML or JSON file; the recorded users and templates without one).
 */
public final class CoderProcess {

    private static final String ENVIRONMENT = "GREENROOM_CODER_";

    private CoderProcess() {}

    public static void main(String[] arguments) {
        Map<String, String> options = options(arguments);
        String seed = option(options, "seed", null);
        String state = option(options, "state", null);
        CoderStandIn coder = CoderStandIn.start(
                required(options, "host", "127.0.0.1"),
                Integer.parseInt(required(options, "port", "3000")),
                state == null ? null : Path.of(state),
                seed == null ? Seed.recorded() : Seed.read(Path.of(seed)));
        Runtime.getRuntime().addShutdownHook(new Thread(coder::close));
        System.out.println("ready " + coder.url());
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

    private static String required(Map<String, String> options, String name, String otherwise) {
        String value = option(options, name, otherwise);
        return value == null ? otherwise : value;
    }

    private static @Nullable String option(Map<String, String> options, String name, @Nullable String otherwise) {
        String value = options.get(name);
        if (value == null) {
            value = System.getenv(ENVIRONMENT + name.toUpperCase(Locale.ROOT));
        }
        return value == null ? otherwise : value;
    }
}
