package dev.greenroom.standins.coder.keys;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where Coder looks for a call's token; the first place that has one wins. */
final class Token {

    private static final String NAME = "coder_session_token";
    private static final String BEARER = "bearer ";

    private Token() {}

    static Optional<String> of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return present(cookie == null ? null : cookie.getValue())
                .or(() -> present(request.getParam(NAME)))
                .or(() -> present(request.getHeader("Coder-Session-Token")))
                .or(() -> bearer(request.getHeader("Authorization")))
                .or(() -> present(request.getParam("access_token")));
    }

    private static Optional<String> bearer(@Nullable String header) {
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? present(header.substring(BEARER.length()))
                : Optional.empty();
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
