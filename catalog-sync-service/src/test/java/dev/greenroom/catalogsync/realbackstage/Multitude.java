package dev.greenroom.catalogsync.realbackstage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 5,000 components that nobody touches, in 100 files, owned by 50 groups, behind each of which stands one of 10 users. */
final class Multitude {
    static final int COMPONENTS = 5_000;
    static final int GROUPS = 50;

    private static final int FILES = COMPONENTS / GROUPS;
    private static final int USERS = 10;

    private Multitude() {}

    static List<String> files() {
        return Stream.concat(Stream.of("teams"), files(FILES)).toList();
    }

    private static Stream<String> files(int count) {
        return IntStream.range(0, count).mapToObj("part-%02d"::formatted);
    }

    static void write(RealCatalog catalog) {
        catalog.write(
                "teams",
                Stream.concat(
                                teams().map(team -> Organization.group("team-" + team, "")),
                                IntStream.range(0, USERS).mapToObj(Multitude::user))
                        .collect(Collectors.joining("---\n")));
        files(FILES)
                .forEach(file -> catalog.write(
                        file,
                        teams().map(team -> Component.of(name(file, team), "group:default/team-" + team))
                                .toArray(Component[]::new)));
    }

    private static String user(int user) {
        return Organization.user(
                "user-" + user,
                teams().filter(team -> team % USERS == user)
                        .map(team -> "team-" + team)
                        .toArray(String[]::new));
    }

    private static Stream<Integer> teams() {
        return IntStream.range(0, GROUPS).boxed();
    }

    private static String name(String file, int team) {
        return file + "-" + team;
    }

    /** What there is to be said about them, once. */
    static List<Row> rows() {
        return files(FILES)
                .flatMap(file -> teams().map(team ->
                        new Row(name(file, team), "Published", "java", "2", "user-" + team % USERS, "1")))
                .toList();
    }
}
