package dev.greenroom.standins.recordings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a client interface of a service calls, as its annotations say.
 *
 * @param path with its parameters: {@code /api/v2/workspaces/{id}}
 */
record Endpoint(String method, String path) {
    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern PATH = Pattern.compile("@Path\\(\"([^\"]*)\"\\)");
    private static final Pattern METHOD = Pattern.compile("@(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\b");

    /** Those of the text of a source file that has one interface. */
    static Stream<Endpoint> in(String source) {
        var halves = COMMENTS.matcher(source).replaceAll("\n").split("\\binterface\\b", 2);
        var root = path(halves[0]);
        return Stream.of(halves[1].split(";"))
                .flatMap(declaration -> METHOD.matcher(declaration)
                        .results()
                        .map(method -> new Endpoint(method.group(1), joined(root, path(declaration)))));
    }

    private static String path(String annotated) {
        Matcher path = PATH.matcher(annotated);
        return path.find() ? path.group(1) : "";
    }

    private static String joined(String root, String path) {
        return ("/" + root + "/" + path).replaceAll("/+", "/").replaceAll("/$", "");
    }

    boolean isThatOf(Recording recording) {
        var form = Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+"));
        return method.equals(recording.method())
                && form.matcher(recording.path().replaceFirst("\\?.*", "")).matches();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
