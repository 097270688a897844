package dev.greenroom.standins.coder.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An application of this run, and what it does to get tokens of alice. */
final class Consent {

    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Contract contract;
    private final Target target;

    Consent(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
        contract.bindings().let("<CODE_VERIFIER>", VERIFIER);
        contract.bindings().let("<CODE_CHALLENGE>", CHALLENGE);
        contract.bindings().let("KCE5Qfer2m8rhkPxvx78F7UTueUZC0SQX9DtjG249Cw", CHALLENGE);
        contract.replay("02-oauth2/06-app-create");
        target.leftovers().addApp(contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"));
        contract.replay("02-oauth2/08-app-secret-create");
        basic(contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"), contract.here("<CLIENT_SECRET>"));
    }

    /** Lets the application prove itself by these. */
    void basic(String id, String secret) {
        contract.bindings()
                .let(
                        "<BASE64(client_id:client_secret)>",
                        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds the second application of the recordings. */
    void otherApp() {
        Answer app = contract.coder().send("POST", "/api/v2/oauth2-provider/apps", target.adminToken(), """
                {"name":"other","callback_url":"http://127.0.0.1:7007/api/coder/oauth/callback","icon":""}
                """);
        target.leftovers().addApp(app.text("/id"));
        contract.bindings().let("84173412-ddf2-41c8-9487-d0e8d14e9ab5", app.text("/id"));
        contract.bindings()
                .let(
                        "<CLIENT_SECRET_2>",
                        contract.coder()
                                .send(
                                        "POST",
                                        "/api/v2/oauth2-provider/apps/" + app.text("/id") + "/secrets",
                                        target.adminToken(),
                                        "")
                                .text("/client_secret_full"));
    }

    /** Gets a code, which the next recording uses. */
    void code() {
        contract.replay("02-oauth2/16-authorize-post-header-auth");
    }

    /** Gets a pair of tokens, which the next recording uses. */
    void login() {
        code();
        contract.replay("02-oauth2/40-token-code-post");
    }
}
