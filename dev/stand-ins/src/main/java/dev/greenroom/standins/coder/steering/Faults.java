package dev.greenroom.standins.coder.steering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that are to befall calls; safe to change from any thread. */
public final class Faults {

    private final List<FaultRule> rules = new ArrayList<>();
    private volatile boolean down;

    /**
     * Begins a rule.
     *
     * @param method the calls' method; null for all
     */
    public Matching on(@Nullable String method, String pathPrefix) {
        return new Matching(method, pathPrefix, 0);
    }

    public synchronized void add(FaultRule rule) {
        rules.add(rule);
    }

    public synchronized List<FaultRule> rules() {
        return List.copyOf(rules);
    }

    /** Takes all rules away and brings the stand-in up. */
    public synchronized void clear() {
        rules.clear();
        down = false;
    }

    /** While it is down, every connection is closed without an answer, but for those that steer the stand-in. */
    public void down(boolean isDown) {
        down = isDown;
    }

    public boolean isDown() {
        return down;
    }

    /** How long a call is to wait. */
    public synchronized Duration delayOf(String method, String path) {
        return take(method, path, true)
                .map(fault -> fault instanceof Fault.Delay delay ? delay.time() : Duration.ZERO)
                .orElse(Duration.ZERO);
    }

    /** What else is to befall a call: the first rule that matches, of which one time is used up. */
    public synchronized Optional<Fault> of(String method, String path) {
        return down ? Optional.of(new Fault.DropBeforeEffect()) : take(method, path, false);
    }

    private Optional<Fault> take(String method, String path, boolean delays) {
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (rule.fault() instanceof Fault.Delay == delays && rule.matches(method, path)) {
                if (rule.times() == 1) {
                    rules.remove(i);
                } else if (rule.times() > 1) {
                    rules.set(i, rule.once());
                }
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    /** A rule in the making: which calls; the fault itself is still to be named. */
    public final class Matching {

        private final @Nullable String method;
        private final String pathPrefix;
        private final int times;

        private Matching(@Nullable String method, String pathPrefix, int times) {
            this.method = method;
            this.pathPrefix = pathPrefix;
            this.times = times;
        }

        /** Only for so many calls; else for all until the faults are cleared. */
        public Matching times(int count) {
            return new Matching(method, pathPrefix, count);
        }

        public void delay(Duration time) {
            befall(new Fault.Delay(time));
        }

        public void delayAfterEffect(Duration time) {
            befall(new Fault.DelayAfterEffect(time));
        }

        public void fail(int status) {
            befall(new Fault.Fail(status));
        }

        public void proxyPage(int status) {
            befall(new Fault.ProxyPage(status));
        }

        public void failAfterEffect(int status) {
            befall(new Fault.FailAfterEffect(status));
        }

        public void limit(Duration retryAfter) {
            befall(new Fault.Limit(retryAfter));
        }

        public void dropBeforeEffect() {
            befall(new Fault.DropBeforeEffect());
        }

        public void dropAfterEffect() {
            befall(new Fault.DropAfterEffect());
        }

        private void befall(Fault fault) {
            add(new FaultRule(method, pathPrefix, times, fault));
        }
    }
}
