package dev.greenroom.standins.coder.steering;

import java.time.Duration;

/** What can be set while the stand-in runs; safe to set from any thread. */
public final class Settings {

    private volatile Duration buildTime = Duration.ofMillis(100);
    private volatile int provisioners = 3;
    private volatile int requestsPerMinute = 512;
    private volatile Duration accessTokenLifetime = Duration.ofDays(1);
    private volatile boolean oauth2 = true;

    /** How long a provisioner works on a build; a template version may have a time of its own. */
    public Duration buildTime() {
        return buildTime;
    }

    public void buildTime(Duration time) {
        buildTime = time;
    }

    /** How many builds run at a time; the others are pending. A real Coder has 3 built in. */
    public int provisioners() {
        return provisioners;
    }

    public void provisioners(int count) {
        provisioners = count;
    }

    /** How often a user may call a path in a minute; 0 takes the limit away. */
    public int requestsPerMinute() {
        return requestsPerMinute;
    }

    public void requestsPerMinute(int limit) {
        requestsPerMinute = limit;
    }

    /** How long an access token of OAuth2 lives that is made from now on. */
    public Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }

    public void accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = lifetime;
    }

    /** Whether the experiment {@code oauth2} is on; without it all of {@code /oauth2} answers 403. */
    public boolean oauth2() {
        return oauth2;
    }

    public void oauth2(boolean on) {
        oauth2 = on;
    }
}
