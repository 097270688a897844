package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.CoderConfig;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Coder's create form, filled in: {@code /templates/[ORGANIZATION/]TEMPLATE/workspace?mode=…&param.KEY=…}. Written
 * character by character as the existing plugin writes it ({@code encodeURIComponent}, {@code URLSearchParams}).
 */
final class CreationUrl {
    private CreationUrl() {}

    static URI of(
            URI accessUrl,
            @Nullable String organization,
            String template,
            CoderConfig.Mode mode,
            Map<String, String> params) {
        var url = new StringBuilder(accessUrl.toString().replaceAll("/+$", "")).append("/templates/");
        if (organization != null) {
            url.append(segment(organization)).append('/');
        }
        url.append(segment(template))
                .append("/workspace?mode=")
                .append(mode.name().toLowerCase(Locale.ROOT));
        params.forEach((key, value) ->
                url.append('&').append(query("param." + key)).append('=').append(query(value)));
        return URI.create(url.toString());
    }

    private static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String segment(String text) {
        return query(text)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }
}
