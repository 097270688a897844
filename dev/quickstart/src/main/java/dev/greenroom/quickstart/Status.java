package dev.greenroom.quickstart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ./greenroom status [--json]}: each part, whether it is well, and its memory. Exits 1 where one is not. */
final class Status {
    private Status() {}

    /**
     * @param state {@code ready}, {@code not ready} or {@code ended}
     * @param residentMegabytes as the system counts it; null where it does not say
     */
    record Line(
            String part,
            String state,
            long pid,
            @Nullable Long residentMegabytes,
            @Nullable URI health) {}

    public static void main(String[] args) throws IOException {
        var running = Running.read(Home.ofScript());
        if (running.isEmpty()) {
            System.out.println(asked(args) ? "[]" : "nothing is up");
            System.exit(1);
        }
        var lines = running.get().parts().stream().map(Status::line).toList();
        print(lines, asked(args));
        System.exit(lines.stream().allMatch(line -> line.state().equals("ready")) ? 0 : 1);
    }

    private static boolean asked(String[] args) {
        return args.length > 0 && args[0].equals("--json");
    }

    /** Whether all parts are there, and well. The services come last: until they do, what is well is not the whole. */
    static boolean wholeIsReady(Running running) {
        var there = running.parts().stream().map(Running.RunningProcess::name).toList();
        return there.containsAll(ServiceSettings.SERVICES)
                && running.parts().stream().allMatch(part -> line(part).state().equals("ready"));
    }

    static Line line(Running.RunningProcess part) {
        var pid = part.process().pid();
        return part.process().handle().isEmpty()
                ? new Line(part.name(), "ended", pid, null, part.health())
                : new Line(part.name(), state(part.health()), pid, residentMegabytes(pid), part.health());
    }

    private static String state(@Nullable URI health) {
        try {
            return health == null || new JsonHttp().get(health, Map.of()).ok() ? "ready" : "not ready";
        } catch (UncheckedIOException noAnswer) {
            return "not ready";
        }
    }

    static @Nullable Long residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(null);
        } catch (IOException noProc) {
            return null;
        }
    }

    private static void print(List<Line> lines, boolean json) throws IOException {
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(lines));
            return;
        }
        for (var line : lines) {
            System.out.printf(
                    "%-22s %-10s pid %-8d %s%n",
                    line.part(),
                    line.state(),
                    line.pid(),
                    line.residentMegabytes() == null ? "" : line.residentMegabytes() + " MB");
        }
    }
}
