package dev.greenroom.standins.coder.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** An error answer in one of Coder's two shapes; thrown by handlers, answered by {@link Endpoints}. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonObject body;
    private final transient Map<String, String> headers;

    private Refusal(int status, JsonObject body, Map<String, String> headers) {
        super(body.encode(), null, false, false);
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    public static Refusal of(int status, String message) {
        return new Refusal(status, new JsonObject().put("message", message), Map.of());
    }

    public static Refusal of(int status, String message, String detail) {
        return new Refusal(status, new JsonObject().put("message", message).put("detail", detail), Map.of());
    }

    /** What Coder answers for things that are not there and for things that the caller may not see. */
    public static Refusal notFound() {
        return of(404, "Resource not found or you do not have access to this resource");
    }

    /** What Coder answers for a request body whose fields do not pass; add them with {@link #field}. */
    public static Refusal invalid() {
        return of(400, "Validation failed.");
    }

    public static Refusal forbidden(String message) {
        return of(
                403,
                message,
                "You don't have permission to view this content. If you believe this is a mistake, please contact"
                        + " your administrator or try signing in with different credentials.");
    }

    /** An error of the OAuth2 endpoints (RFC 6749 section 5.2). */
    public static Refusal oauth2(int status, String error, String description) {
        JsonObject body = new JsonObject().put("error", error).put("error_description", description);
        return new Refusal(
                status, body, status == 401 ? Map.of("Www-Authenticate", "Basic realm=\"coder\"") : Map.of());
    }

    /** The same with one more entry in {@code validations}. */
    public Refusal field(String field, String detail) {
        JsonObject more = body.copy();
        JsonArray validations = more.getJsonArray("validations", new JsonArray());
        more.put(
                "validations",
                validations.add(new JsonObject().put("field", field).put("detail", detail)));
        return new Refusal(status, more, headers);
    }

    /** The same with one more entry in {@code validations}, for a rule that a value breaks. */
    public Refusal tag(String field, String tag, String value) {
        return field(field, "Validation failed for tag \"" + tag + "\" with value: \"" + value + "\"");
    }

    public Refusal header(String name, String value) {
        return new Refusal(status, body, Map.of(name, value));
    }

    /** Whether fields were named. */
    public boolean hasFields() {
        return body.containsKey("validations");
    }

    public int status() {
        return status;
    }

    public JsonObject body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
