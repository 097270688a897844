package dev.greenroom.standins.coder.http;

import dev.greenroom.standins.coder.state.Secrets;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Coder's guard of calls that a browser may send by its cookie alone (recorded: {@code 15-csrf-cookie-post},
 * {@code 16-csrf-cookie-and-other-header}, {@code 12-consent-post-ok}): they need a token that belongs to the cookie
 * {@code csrf_token}, and must come from a page of Coder itself.
 */
public final class Csrf {

    private static final String COOKIE = "csrf_token";
    private static final int LENGTH = 32;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Csrf() {}

    /** Gives a browser its cookie. */
    static void equip(RoutingContext context) {
        if (context.request().getCookie(COOKIE) == null) {
            Cookie cookie = Cookie.cookie(COOKIE, Base64.getEncoder().encodeToString(Secrets.bytes(LENGTH)));
            context.response().addCookie(cookie.setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX));
        }
    }

    /** The token for a form of a page that is being answered: the cookie's value under a fresh mask. */
    public static String tokenFor(Exchange exchange) {
        Cookie cookie = exchange.request().getCookie(COOKIE);
        byte[] real = Base64.getDecoder().decode(cookie.getValue());
        byte[] masked = new byte[2 * LENGTH];
        byte[] mask = Secrets.bytes(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            masked[i] = mask[i];
            masked[LENGTH + i] = (byte) (mask[i] ^ real[i]);
        }
        return Base64.getEncoder().encodeToString(masked);
    }

    /** Why a call is not let through, as plain text; null where it is. */
    static @Nullable String problemOf(HttpServerRequest request) {
        Cookie session = request.getCookie("coder_session_token");
        if (SAFE.contains(request.method().name()) || session == null) {
            return null;
        }
        String header = request.getHeader("Coder-Session-Token");
        if (header != null) {
            return header.equals(session.getValue()) ? null : OTHER_HEADER;
        }
        Cookie cookie = request.getCookie(COOKIE);
        boolean sameSite = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        String token = request.getHeader("X-CSRF-TOKEN");
        String given = token == null ? request.getFormAttribute(COOKIE) : token;
        return sameSite && cookie != null && given != null && belongs(given, cookie.getValue()) ? null : NO_TOKEN;
    }

    private static boolean belongs(String token, String cookie) {
        try {
            byte[] masked = Base64.getDecoder().decode(token);
            byte[] real = Base64.getDecoder().decode(cookie);
            if (masked.length != 2 * LENGTH || real.length != LENGTH) {
                return false;
            }
            int difference = 0;
            for (int i = 0; i < LENGTH; i++) {
                difference |= masked[i] ^ masked[LENGTH + i] ^ real[i];
            }
            return difference == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static final String NO_TOKEN = "Something is wrong with your CSRF token. Please refresh the page. If this"
            + " error persists, try clearing your cookies.";

    private static final String OTHER_HEADER = "CSRF error encountered. Authentication via \"coder_session_token\""
            + " cookie and \"Coder-Session-Token\" header detected, but the values do not match. To resolve this issue"
            + " ensure the values used in both match, or only use one of the authentication methods. You can also try"
            + " clearing your cookies if this error persists.";
}
