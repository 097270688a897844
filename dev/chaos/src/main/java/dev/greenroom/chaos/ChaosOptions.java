package dev.greenroom.chaos;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param seed of all that is left to chance but the moments, which are the machine's
 * @param brokers of Kafka, 1 or 3
 * @param without a safety that is taken away; null for none
 */
record ChaosOptions(
        long seed,
        int commands,
        int kills,
        int brokers,
        @Nullable Safety without) {

    /**
     * Reads {@code --seed N --commands N --kills N --without SAFETY}, each of which may be left out.
     *
     * @throws IllegalArgumentException for anything else
     */
    static ChaosOptions of(List<String> arguments) {
        var options = new ChaosOptions(new Random().nextInt(1_000_000), 1_000, 20, 3, null);
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i) + " takes a value");
            }
            options = options.with(arguments.get(i), arguments.get(i + 1));
        }
        return options;
    }

    private ChaosOptions with(String name, String value) {
        return switch (name) {
            case "--seed" -> new ChaosOptions(Long.parseLong(value), commands, kills, brokers, without);
            case "--commands" -> new ChaosOptions(seed, Integer.parseInt(value), kills, brokers, without);
            case "--kills" -> new ChaosOptions(seed, commands, Integer.parseInt(value), brokers, without);
            case "--without" -> new ChaosOptions(seed, commands, kills, brokers, Safety.named(value));
            default ->
                throw new IllegalArgumentException(
                        "test --chaos takes --seed N, --commands N, --kills N and --without SAFETY, not: " + name);
        };
    }
}
