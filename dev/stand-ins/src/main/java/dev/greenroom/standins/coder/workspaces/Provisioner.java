package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.steering.Settings;
import dev.greenroom.standins.coder.templates.TemplateVersion;
import dev.greenroom.standins.coder.templates.Templates;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works on builds, so many at a time and the oldest first, each for as long as the settings or its template say. */
final class Provisioner {

    /** A build is pending for a moment, even where nothing is in its way. */
    private static final Duration PICK_UP = Duration.ofMillis(10);

    /** A running build takes a moment to be canceled. */
    private static final Duration WIND_UP = Duration.ofMillis(100);

    private final Vertx vertx;
    private final Builds builds;
    private final Workspaces workspaces;
    private final Templates templates;
    private final Changes changes;
    private final Settings settings;
    private final Clock clock;

    Provisioner(
            Vertx vertx,
            Builds builds,
            Workspaces workspaces,
            Templates templates,
            Changes changes,
            Settings settings,
            Clock clock) {
        this.vertx = vertx;
        this.builds = builds;
        this.workspaces = workspaces;
        this.templates = templates;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Goes on with what a process before this one left undone. */
    void resume() {
        builds.active()
                .filter(build -> build.job() != JobStatus.PENDING)
                .forEach(build -> after(timeFor(build), () -> complete(build.id())));
        pickUpSoon();
    }

    Build enqueue(Build build) {
        builds.add(build);
        changes.happened(build.workspaceId());
        pickUpSoon();
        return build;
    }

    void cancel(Build build) {
        Build canceled = change(build.canceled(Moments.now(clock)));
        if (canceled.job() == JobStatus.CANCELING) {
            after(WIND_UP, () -> complete(build.id()));
        }
    }

    private void pickUpSoon() {
        after(PICK_UP, this::pickUp);
    }

    private void pickUp() {
        List<Build> active = builds.active().toList();
        long free = settings.provisioners()
                - active.stream()
                        .filter(build -> build.job() != JobStatus.PENDING)
                        .count();
        active.stream()
                .filter(build -> build.job() == JobStatus.PENDING)
                .limit(Math.max(0, free))
                .forEach(build -> {
                    change(build.started(Moments.now(clock)));
                    after(timeFor(build), () -> complete(build.id()));
                });
    }

    private void complete(String buildId) {
        Build build = builds.find(buildId).orElseThrow();
        if (!build.job().isActive()) {
            return;
        }
        String error = build.job() == JobStatus.CANCELING ? "canceled" : errorOf(build);
        if (error == null && build.transition() == Transition.DELETE) {
            workspaces.put(workspaces.find(build.workspaceId()).orElseThrow().asDeleted());
        }
        change(build.completed(Moments.now(clock), error));
        pickUpSoon();
    }

    private @Nullable String errorOf(Build build) {
        return build.transition() == Transition.START
                ? version(build).startError().orElse(null)
                : null;
    }

    private Duration timeFor(Build build) {
        Duration own = version(build).buildTime();
        return own == null ? settings.buildTime() : own;
    }

    private TemplateVersion version(Build build) {
        return templates.version(build.versionId()).orElseThrow();
    }

    private Build change(Build build) {
        builds.change(build);
        changes.happened(build.workspaceId());
        return build;
    }

    private void after(Duration time, Runnable deed) {
        vertx.setTimer(Math.max(1, time.toMillis()), timer -> deed.run());
    }
}
