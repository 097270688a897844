package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.StopSignal;
import dev.greenroom.catalogsync.backstage.BackstageClient;
import dev.greenroom.catalogsync.backstage.PageOutcome;
import dev.greenroom.catalogsync.backstage.ReadFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    ReadPages(BackstageClient backstage, FollowPage followPage, FollowHints followHints, StopSignal stop) {
        this.backstage = backstage;
        this.followPage = followPage;
        this.followHints = followHints;
        this.stop = stop;
    }

    sealed interface End permits AllRead, Ended {}

    record AllRead() implements End {}

    record Ended(PassOutcome outcome) implements End {}

    End toTheEnd(Pass pass) {
        var next = ask(null);
        String cursor = null;
        while (true) {
            switch (answer(next)) {
                case ReadFailure failure -> {
                    return new Ended(PassOutcome.Incomplete.of(failure));
                }
                case PageOutcome.Page page -> {
                    var nextCursor = page.nextCursor();
                    if (nextCursor != null && nextCursor.equals(cursor)) {
                        return new Ended(new PassOutcome.Incomplete("Backstage's pages don't advance", Duration.ZERO));
                    }
                    if (nextCursor != null) {
                        next = ask(nextCursor);
                    }
                    var ended = followPage.follow(pass, page.entities()).or(() -> followHints(pass));
                    if (ended.isPresent()) {
                        return new Ended(ended.get());
                    }
                    if (nextCursor == null) {
                        return new AllRead();
                    }
                    if (stop.given()) {
                        return new Ended(new PassOutcome.Stopped());
                    }
                    cursor = nextCursor;
                }
            }
        }
    }

    /** A long pass must not keep those waiting who say where something has changed. */
    private Optional<PassOutcome> followHints(Pass pass) {
        return switch (followHints.follow(pass)) {
            case HintsOutcome.Failed(var outcome) -> Optional.of(outcome);
            // The hint waits on, for a pass that begins after it.
            case HintsOutcome.Followed _, HintsOutcome.WholeCatalogWanted _ -> Optional.empty();
        };
    }

    private FutureTask<PageOutcome> ask(@Nullable String cursor) {
        var asked = new FutureTask<>(() -> backstage.page(cursor));
        Thread.ofVirtual().name("catalog-page").start(asked);
        return asked;
    }

    private static PageOutcome answer(FutureTask<PageOutcome> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page can't be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ReadFailure.Unavailable("the reading was interrupted");
        }
    }
}
