package dev.greenroom.auth.oauth2;

/** Why nothing comes of a callback: a code for programs, a status, and a sentence for the person at the browser. */
public enum CallbackFailure {
    /** Coder's page was answered with Cancel, or Coder says so for another reason. */
    DENIED("link-denied", 403, "Coder was not allowed to give Greenroom access."),
    /** The state is unknown, was used before, or its time is over. */
    STALE(
            "link-stale",
            400,
            "This attempt is over, was finished before, or did not begin here. Begin again in Backstage."),
    /** Coder does not take the code. */
    CODE_REFUSED("link-refused", 400, "Coder does not take its own answer any more. Begin again in Backstage."),
    CLIENT_REFUSED(
            "oauth2-misconfigured",
            502,
            "Coder does not know Greenroom as it is set up. Your platform team has to mend it; the log says what."),
    PROVIDER_OFF(
            "oauth2-provider-off",
            502,
            "Coder's OAuth2 provider is turned off. Your platform team can turn it on (CODER_EXPERIMENTS=oauth2, in later"
                    + " versions CODER_OAUTH2_PROVIDER_ENABLE). Without it, accounts are linked by API tokens only."),
    UNAVAILABLE("coder-unavailable", 503, "Coder does not answer now. Begin again in Backstage in a while.");

    private final String code;
    private final int status;
    private final String sentence;

    CallbackFailure(String code, int status, String sentence) {
        this.code = code;
        this.status = status;
        this.sentence = sentence;
    }

    public String code() {
        return code;
    }

    int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }
}
