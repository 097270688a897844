package dev.greenroom.standins.leaks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code VerifyLeaks FOLDER PLACE...}: after the tests of {@code ./greenroom verify leaks}, looks for every secret that
 * they used in what they left in the folder and in more places. Exits 1 where one is found, or what was planted is not.
 */
final class VerifyLeaks {
    private VerifyLeaks() {}

    public static void main(String[] args) {
        var hunt = new LeakHunt(Path.of(args[0]));
        var more = Arrays.stream(args).skip(1).map(Path::of).toList();
        System.exit(run(hunt, more) ? 0 : 1);
    }

    private static boolean run(LeakHunt hunt, List<Path> more) {
        var canaries = new TreeSet<>(Canary.of(hunt));
        tell(canaries);
        var plants = new Plants(hunt).plant();
        plants.forEach(plant -> canaries.add(plant.canary()));
        var places = new ArrayList<>(List.of(hunt.logs(), hunt.errorBodies(), hunt.kept()));
        places.addAll(more);
        var finds = new Search(canaries).in(places, hunt.folder().resolve("needles"));

        var found = plants.stream()
                .filter(plant -> finds.stream().anyMatch(plant::isFoundBy))
                .count();
        System.out.println("planted: " + found + " of " + plants.size() + " found");
        var planted = plants.stream().map(Plants.Plant::canary).toList();
        var leaks = leaks(finds.stream()
                .filter(find -> !planted.contains(find.needle().canary()))
                .toList());
        System.out.println("leaks: " + leaks);
        return leaks == 0 && found == plants.size() && canaries.size() > plants.size();
    }

    private static void tell(Set<Canary> canaries) {
        var kinds = canaries.stream().collect(groupingBy(Canary::kind, TreeMap::new, counting()));
        System.out.println(
                "looking for " + canaries.size() + " secrets, raw, URL-encoded, hexadecimal, in base64 and base64url");
        kinds.forEach((kind, count) -> System.out.println("  " + count + " " + kind));
    }

    /** Tells of each, and of the files that may have them, and why. @return how many are where they may not be */
    private static int leaks(List<Find> finds) {
        finds.stream()
                .flatMap(find -> LegitimateHolder.of(find.file()).stream())
                .distinct()
                .forEach(holder -> System.out.println("left out: " + holder.glob() + ": " + holder.reason()));
        var leaks = finds.stream()
                .filter(find -> LegitimateHolder.of(find.file()).isEmpty())
                .toList();
        leaks.forEach(VerifyLeaks::tell);
        return leaks.size();
    }

    private static void tell(Find leak) {
        var needle = leak.needle();
        System.out.printf(
                "leak: %s, %s, %s, in %s at byte %d%n",
                needle.canary().kind(), needle.form(), needle.canary().hint(), leak.file(), leak.offset());
    }
}
