package dev.greenroom.standins.coder.oauth2;

/** The pages of the consent, with the parts that matter to those who drive them: forms, names and links. */
final class ConsentPage {

    private static final String ASK = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="UTF-8" /><title>Application %1$s</title></head>
              <body>
                <h1>Authorize %1$s</h1>
                <p id="description">
                  Allow %1$s to have full access to your
                  <span class="user-name">%2$s</span> account?
                </p>
                <div class="button-group" id="button-group">
                  <form id="allow-form" method="POST" style="display: inline;">
                    <input type="hidden" name="csrf_token" value="%3$s" />
                    <button type="submit" class="primary-button">Allow</button>
                  </form>
                  <a id="cancel-link" href="%4$s">Cancel</a>
                </div>
              </body>
            </html>
            """;

    private static final String INVALID = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="UTF-8" /><title>400 - Invalid Query Parameters
            </title></head>
              <body><h1>400 - Invalid Query Parameters</h1><p>%s</p></body>
            </html>
            """;

    private ConsentPage() {}

    static String ask(String app, String user, String csrfToken, String cancelLink) {
        return ASK.formatted(escape(app), escape(user), escape(csrfToken), escape(cancelLink));
    }

    static String invalid(String problem) {
        return INVALID.formatted(escape(problem));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&#34;")
                .replace("+", "&#43;");
    }
}
