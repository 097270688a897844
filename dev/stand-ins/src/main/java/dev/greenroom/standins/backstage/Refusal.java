package dev.greenroom.standins.backstage;

/** An answer that is an error, under the name and status that Backstage gives it. */
final class Refusal extends RuntimeException {
    private final int status;
    private final String name;

    private Refusal(int status, String name, String message) {
        super(message, null, false, false);
        this.status = status;
        this.name = name;
    }

    static Refusal input(String message) {
        return new Refusal(400, "InputError", message);
    }

    static Refusal unauthenticated(String message) {
        return new Refusal(401, "AuthenticationError", message);
    }

    static Refusal notAllowed(String message) {
        return new Refusal(403, "NotAllowedError", message);
    }

    static Refusal notFound(String message) {
        return new Refusal(404, "NotFoundError", message);
    }

    int status() {
        return status;
    }

    String name() {
        return name;
    }
}
