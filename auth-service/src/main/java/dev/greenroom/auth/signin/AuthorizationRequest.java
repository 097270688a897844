package dev.greenroom.auth.signin;

import dev.greenroom.auth.oauth2.CallbackFailure;
import dev.greenroom.auth.oauth2.Secret;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants (RFC 6749, section 4.1.1), once it is known that its browsers may be sent there.
 *
 * @param state the client's own, handed back as it came
 * @param codeChallenge by the method S256, of a client that does PKCE; those of Backstage's Coder module don't
 */
record AuthorizationRequest(
        String clientId,
        String redirectUri,
        @Nullable String state,
        @Nullable String codeChallenge) {

    /** Where the browser goes with a code (section 4.1.2). */
    URI answeredWith(Secret code) {
        return back(Map.of("code", code.value()));
    }

    /** Where the browser goes after Coder's no, or none (section 4.1.2.1). */
    URI refused(CallbackFailure why) {
        return refused(
                switch (why) {
                    case DENIED -> "access_denied";
                    case UNAVAILABLE -> "temporarily_unavailable";
                    case STALE, CODE_REFUSED, CLIENT_REFUSED, PROVIDER_OFF -> "server_error";
                },
                why.sentence());
    }

    URI refused(String error, String description) {
        return back(Map.of("error", error, "error_description", description));
    }

    private URI back(Map<String, String> answer) {
        var parameters = new TreeMap<String, Object>(answer);
        if (state != null) {
            parameters.put("state", state);
        }
        var uri = UriBuilder.fromUri(redirectUri);
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.buildFromMap(parameters);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[clientId=" + clientId + ", redirectUri=" + redirectUri + "]";
    }
}
