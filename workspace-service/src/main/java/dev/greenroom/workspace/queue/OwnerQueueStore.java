package dev.greenroom.workspace.queue;

import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is. All times are the database's: the processes' clocks never meet. Each method belongs into a short
 * transaction of the caller's.
 */
@ApplicationScoped
public class OwnerQueueStore {

    private static final String CLAIM = """
            UPDATE owner_queue SET lease_until = clock_timestamp() + ? * interval '1 millisecond', epoch = epoch + 1
            WHERE (owner_key, track) = (
                SELECT owner_key, track FROM owner_queue
                WHERE due <= now() AND (lease_until IS NULL OR lease_until < clock_timestamp())
                    AND track = ANY (?::text[])
                ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING owner_key, track, epoch""";

    /** A later version may know more. */
    private static final List<Track> KNOWN_TRACKS = List.of(Track.values());

    private final Sql sql;

    OwnerQueueStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * These owners have something to do in these tracks, at once. Locks them until the transaction ends, in an order
     * that can't deadlock: commands that are inserted afterwards have numbers that follow the order of commits.
     */
    public void makeDue(List<String> ownerKeys, List<Track> tracks) {
        sql.change("""
                INSERT INTO owner_queue (owner_key, track, due)
                SELECT owner_key, track, clock_timestamp()
                FROM (SELECT DISTINCT * FROM unnest(?::text[], ?::text[])) affected (owner_key, track)
                ORDER BY owner_key, track
                ON CONFLICT (owner_key, track) DO UPDATE SET due = least(owner_queue.due, excluded.due)""", ownerKeys, tracks);
    }

    /** Puts the first open command of each lane at its head. The owners' tracks have to be locked. */
    public void promote(List<String> ownerKeys, List<String> lanes) {
        sql.change("""
                UPDATE command SET at_head = true
                FROM (SELECT DISTINCT owner_key, lane FROM unnest(?::text[], ?::text[]) touched (owner_key, lane)) touched,
                    LATERAL (
                        SELECT id FROM command
                        WHERE owner_key = touched.owner_key AND lane = touched.lane
                            AND status IN ('ACCEPTED', 'RUNNING')
                        ORDER BY seq LIMIT 1) first
                WHERE command.id = first.id AND NOT at_head""", ownerKeys, lanes);
    }

    /** Takes the turn that has been due longest, so that nobody is served twice before everybody was served once. */
    Optional<Claim> claim(Duration lease) {
        return sql.row(
                CLAIM,
                row -> new Claim(row.text("owner_key"), Track.valueOf(row.text("track")), row.number("epoch")),
                lease.toMillis(),
                KNOWN_TRACKS);
    }

    /** Holds on to a turn. @return false where somebody else has taken it */
    boolean renew(Claim claim, Duration lease) {
        return sql.change("""
                        UPDATE owner_queue SET lease_until = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE owner_key = ? AND track = ? AND epoch = ?""", lease.toMillis(), claim.ownerKey(), claim.track(), claim.epoch()) == 1;
    }

    /**
     * Gives a turn back. Its owner queues up again, behind those who wait already, for the next command at a head or
     * the next deadline of any: that comes for a command, too, which still waits behind another.
     */
    void release(Claim claim) {
        sql.change("""
                UPDATE owner_queue SET lease_until = NULL, due = (
                    SELECT greatest(min(next.due), clock_timestamp()) FROM (
                        (SELECT command.due FROM command
                        WHERE command.owner_key = owner_queue.owner_key AND command.track = owner_queue.track
                            AND at_head AND status IN ('ACCEPTED', 'RUNNING')
                        ORDER BY command.due LIMIT 1)
                        UNION ALL
                        (SELECT greatest(deadline, command.due) FROM command
                        WHERE command.owner_key = owner_queue.owner_key AND command.track = owner_queue.track
                            AND status IN ('ACCEPTED', 'RUNNING')
                        ORDER BY greatest(deadline, command.due) LIMIT 1)) next (due)
                    HAVING count(*) > 0)
                WHERE owner_key = ? AND track = ? AND epoch = ?""", claim.ownerKey(), claim.track(), claim.epoch());
    }

    /** How long until a turn is due that nobody holds; empty where there is none. */
    public Optional<Duration> untilNextDue() {
        return sql.row("""
                SELECT (extract(epoch FROM due - clock_timestamp()) * 1000)::bigint AS millis FROM owner_queue
                WHERE due IS NOT NULL AND (lease_until IS NULL OR lease_until < clock_timestamp())
                ORDER BY due LIMIT 1""", row -> Duration.ofMillis(row.number("millis")));
    }

    /** How many commands have not settled. */
    long openCommands() {
        return sql.row(
                        "SELECT count(*) AS open FROM command WHERE status IN ('ACCEPTED', 'RUNNING')",
                        row -> row.number("open"))
                .orElseThrow();
    }

    /** Lets a command rest. Its lane waits with it, its owner's other lanes don't. */
    void putOff(UUID commandId, Duration rest) {
        sql.change(
                "UPDATE command SET due = clock_timestamp() + ? * interval '1 millisecond' WHERE id = ?",
                rest.toMillis(),
                commandId);
    }

    /** Takes a command from the head of its lane: it has changed lanes, and may not be the first in the new one. */
    void stepBack(UUID commandId) {
        sql.change("UPDATE command SET at_head = false WHERE id = ?", commandId);
    }

    /** The lane that a command is in. */
    public String laneOf(UUID commandId) {
        return sql.row("SELECT lane FROM command WHERE id = ?", row -> row.text("lane"), commandId)
                .orElseThrow();
    }
}
