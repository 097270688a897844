package dev.greenroom.catalogsync.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * One line when turns begin to fail and one when they work again; what fails in between is at DEBUG. The database's
 * troubles come without a stack, since they are every replica's and not the code's.
 */
@ApplicationScoped
class LogTrouble {
    private static final Logger LOG = Logger.getLogger(LogTrouble.class);

    private enum State {
        WELL,
        DATABASE,
        FAULT
    }

    private State said = State.WELL;

    synchronized void failed(Throwable failure) {
        var state = causes(failure).anyMatch(SQLException.class::isInstance) ? State.DATABASE : State.FAULT;
        if (state == said) {
            LOG.debug("the turn to poll failed again", failure);
        } else if (state == State.DATABASE) {
            var root = causes(failure).reduce(failure, (outer, inner) -> inner);
            LOG.errorf("the turn to poll failed, and is tried again: the database says %s", root);
        } else {
            LOG.error("the turn to poll failed, and is tried again", failure);
        }
        said = state;
    }

    synchronized void worked() {
        if (said != State.WELL) {
            LOG.info("the turns to poll work again");
        }
        said = State.WELL;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
