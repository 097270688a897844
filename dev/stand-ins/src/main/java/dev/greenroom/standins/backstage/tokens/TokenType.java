package dev.greenroom.standins.backstage.tokens;

/** The header {@code typ} by which Backstage tells its tokens apart. */
public enum TokenType {
    USER("vnd.backstage.user"),
    /** What the browser's cookie holds: good for static content, not for APIs. */
    LIMITED_USER("vnd.backstage.limited-user"),
    /** What one plugin sends to another. */
    PLUGIN("vnd.backstage.plugin");

    private final String header;

    TokenType(String header) {
        this.header = header;
    }

    public String header() {
        return header;
    }
}
