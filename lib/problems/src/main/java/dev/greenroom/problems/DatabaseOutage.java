package dev.greenroom.problems;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows a database that can't be used just now from one that refuses a statement: by the SQLSTATE, as PostgreSQL's
 * appendix A has them, where there is one.
 */
public final class DatabaseOutage {
    private static final int DEPTH = 20;

    /**
     * States that pass by themselves: lost connections (08), serialization and deadlocks (40), exhausted resources
     * (53), shutdown, start and cancelled statements (57), trouble of its system (58), a server that is a standby just
     * now (25006), and time-outs of transactions and locks.
     */
    private static final Pattern PASSING =
            Pattern.compile("(08|40|53|58).{3}|57014|57P0.|25006|25P03|25P04|55P03", Pattern.DOTALL);

    private DatabaseOutage() {}

    /**
     * Whether trying again later may help: PostgreSQL is away or overloaded, the connection pool is exhausted, or the
     * transaction took too long. Anything else, data that it refuses and mistakes in the code alike, stays as it is.
     */
    public static boolean causes(Throwable failure) {
        return stateOf(failure)
                .map(state -> PASSING.matcher(state).matches())
                .orElseGet(() -> chain(failure).anyMatch(DatabaseOutage::isOfPoolOrTransaction));
    }

    /** The SQLSTATE, where PostgreSQL or its driver gave one. */
    public static Optional<String> stateOf(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(sql -> ((SQLException) sql).getSQLState())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The driver always gives a state, and the connection pool never does. */
    private static boolean isOfPoolOrTransaction(Throwable cause) {
        return cause instanceof SQLException
                || cause instanceof RollbackException
                || cause instanceof SystemException
                || cause instanceof NotSupportedException;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH);
    }
}
