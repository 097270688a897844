package dev.greenroom.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.greenroom.benchmarks.catalog.CatalogBench;
import dev.greenroom.quickstart.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code ./greenroom bench NAME|all [--json]}: a line a figure. {@code start} takes two minutes, {@code flow} three,
 * {@code loans} one, {@code catalog} fifteen. Exits 1 where an aim is missed.
 */
final class Bench {
    private Bench() {}

    public static void main(String[] args) throws IOException {
        var names = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        var figures = new ArrayList<Figure>();
        for (var name : names.isEmpty() || names.equals(List.of("all"))
                ? List.of("start", "flow", "loans", "catalog")
                : names) {
            figures.addAll(run(name, Home.ofScript()));
        }
        if (Arrays.asList(args).contains("--json")) {
            System.out.println(json(figures));
        } else {
            figures.forEach(figure -> System.out.println(figure.line()));
        }
        System.exit(figures.stream().anyMatch(figure -> figure.verdict() == Figure.Verdict.MISSED) ? 1 : 0);
    }

    private static List<Figure> run(String name, Home home) {
        return switch (name) {
            case "start" -> new StartBench(home).run();
            case "flow" -> new FlowBench(home).run();
            case "loans" -> new LoansBench(home).run();
            case "catalog" -> new CatalogBench(home).run();
            default ->
                throw new IllegalArgumentException("no such benchmark: " + name + " (start, flow, loans, catalog)");
        };
    }

    private static String json(List<Figure> figures) throws IOException {
        var machine = Map.of(
                "processors", Runtime.getRuntime().availableProcessors(),
                "java", System.getProperty("java.version"),
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("machine", machine, "figures", figures));
    }
}
