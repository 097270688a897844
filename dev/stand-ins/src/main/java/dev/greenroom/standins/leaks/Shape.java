package dev.greenroom.standins.leaks;

import java.util.regex.Pattern;

/** How tokens look that no stand-in can note, since processes give them to each other. */
enum Shape {
    /** RFC 7519 in RFC 7515's compact form: two JSON objects, and a signature. */
    SIGNED_TOKEN("signed token", "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.([A-Za-z0-9_-]{43,})"),
    /** What auth-service gives to those who sign in with Coder: 256 bits after a word that says so. */
    SESSION_TOKEN("token of a session", "greenroom_[a-z]+_([A-Za-z0-9_-]{43})");

    private final String kind;
    private final Pattern pattern;

    /** @param expression one that grep and Java read alike, with one group: the secret */
    Shape(String kind, String expression) {
        this.kind = kind + ", by its shape";
        this.pattern = Pattern.compile(expression);
    }

    String expression() {
        return pattern.pattern();
    }

    Canary canaryOf(String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not of the shape " + this);
        }
        return new Canary(kind, matcher.group(1));
    }
}
