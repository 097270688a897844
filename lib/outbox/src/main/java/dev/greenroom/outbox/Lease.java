package dev.greenroom.outbox;

/**
 * The right to send a shard's rows.
 *
 * @param epoch grows with each holder, so that an earlier one's writes find nothing; only the broker can keep an
 *     earlier one's sends away, which the shard's transactional id is for
 */
record Lease(int shard, long epoch) {}
