package dev.greenroom.auth.oauth2;

import dev.greenroom.contracts.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the browser shows that brought Coder's answer. Nothing of the request is in it. Its one script is constant, and
 * allowed by its hash: it hands the code, or why there is none, to the window of Backstage that opened it, or where
 * there is none takes its browser back to Backstage with the code in the fragment, which no server sees.
 */
@ApplicationScoped
class CallbackPage {
    private static final String SCRIPT = """
            const page = document.getElementById('greenroom').dataset;
            const message = { type: 'greenroom-link', code: page.code, error: page.error };
            if (page.origin && window.opener) {
              window.opener.postMessage(message, page.origin);
              window.close();
            } else if (page.origin && page.code) {
              window.location.replace(page.page + '#greenroom-link-code=' + page.code);
            }
            """;
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Greenroom and Coder</title>
            <main id="greenroom"%s>
            <h1>%s</h1>
            <p>%s</p>
            </main>
            <script>%s</script>
            </html>
            """;

    private final LinkingConfig config;

    CallbackPage(LinkingConfig config) {
        this.config = config;
    }

    /** Allows this page's script and nothing else. */
    static String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'sha256-" + hashOfScript()
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    String consented(Secret code, @Nullable Environment environment) {
        var page = pageOf(environment);
        return page.isPresent()
                ? shown(data("code", code.value()), page, "Almost there", "Go back to Backstage to finish the link.")
                // Nobody waits for the code: then it is the user who carries it.
                : shown("", page, "Almost there", "Give this code to Backstage to finish the link: " + code.value());
    }

    String failed(CallbackFailure why, @Nullable Environment environment) {
        return shown(data("error", why.code()), pageOf(environment), "Nothing came of it", why.sentence());
    }

    /** Another Backstage than the user's could do nothing with the code. */
    private Optional<URI> pageOf(@Nullable Environment environment) {
        return environment == null
                ? config.page()
                : Optional.ofNullable(config.pages().get(environment.name()));
    }

    private static String shown(String data, Optional<URI> page, String title, String sentence) {
        var target = page.map(uri -> data("origin", originOf(uri)) + data("page", uri.toString()))
                .orElse("");
        return PAGE.formatted(data + target, escaped(title), escaped(sentence), SCRIPT);
    }

    private static String data(String name, String value) {
        return " data-" + name + "=\"" + escaped(value) + "\"";
    }

    private static String originOf(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hashOfScript() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JVM without SHA-256", impossible);
        }
    }
}
