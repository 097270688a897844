package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.CatalogScope;
import dev.greenroom.catalogsync.backstage.PageOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one pass until there is no next one or something ends it. While one is worked on the next one is on
 * its way: Backstage takes as long for a page as we do.
 */
@ApplicationScoped
class ReadPages {
    private final BackstageClient backstage;
    private final FollowPage followPage;
    private final FollowHints followHints;
    private final StopSignal stop;
    private final List<String> readings;

    ReadPages(
            BackstageClient backstage,
            FollowPage followPage,
            FollowHints followHints,
            StopSignal stop,
            CatalogScope scope) {
        this.backstage = backstage;
        this.followPage = followPage;
        this.followHints = followHints;
        this.stop = stop;
        this.readings = scope.readings();
    }

    sealed interface End permits AllRead, Ended {}

    record AllRead() implements End {}

    record Ended(PassOutcome outcome) implements End {}

    /**
     * A page that was asked for.
     *
     * @param reading which of the readings it belongs to
     */
    private record Asked(int reading, @Nullable String cursor, FutureTask<PageOutcome> answer) {}

    End toTheEnd(Pass pass) {
        Asked asked = ask(0, null);
        while (asked != null) {
            switch (answer(asked)) {
                case ReadFailure failure -> {
                    return new Ended(PassOutcome.Incomplete.of(failure));
                }
                case PageOutcome.Page page -> {
                    if (page.nextCursor() != null && page.nextCursor().equals(asked.cursor())) {
                        return new Ended(new PassOutcome.Incomplete("Backstage's pages don't advance", Duration.ZERO));
                    }
                    var next = askForTheNext(asked, page);
                    var ended = followPage.follow(pass, page.entities()).or(() -> followHints(pass));
                    if (ended.isPresent()) {
                        return new Ended(ended.get());
                    }
                    if (next != null && stop.given()) {
                        return new Ended(new PassOutcome.Stopped());
                    }
                    asked = next;
                }
            }
        }
        return new AllRead();
    }

    /** The next page of the same reading, or the first one of the next reading; null after the last page of the last. */
    private @Nullable Asked askForTheNext(Asked asked, PageOutcome.Page page) {
        if (page.nextCursor() != null) {
            return ask(asked.reading(), page.nextCursor());
        }
        return asked.reading() + 1 < readings.size() ? ask(asked.reading() + 1, null) : null;
    }

    /** A long pass must not keep those waiting who say where something has changed. */
    private Optional<PassOutcome> followHints(Pass pass) {
        return switch (followHints.follow(pass)) {
            case HintsOutcome.Failed(var outcome) -> Optional.of(outcome);
            // The hint waits on, for a pass that begins after it.
            case HintsOutcome.Followed _, HintsOutcome.WholeCatalogWanted _ -> Optional.empty();
        };
    }

    private Asked ask(int reading, @Nullable String cursor) {
        var answer = new FutureTask<>(() -> backstage.page(readings.get(reading), cursor));
        Thread.ofVirtual().name("catalog-page").start(answer);
        return new Asked(reading, cursor, answer);
    }

    private static PageOutcome answer(Asked asked) {
        try {
            return asked.answer().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page can't be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ReadFailure.Unavailable("the reading was interrupted");
        }
    }
}
