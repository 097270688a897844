-- Repeated by Flyway whenever it changes, so that its changes never meet the numbers of a service's own migrations:
-- each statement has to stand being run on what an earlier version made.

create table if not exists outbox (
    seq      bigint generated always as identity primary key,
    shard    int         not null,
    topic    text        not null,
    key      text        not null,
    headers  json        not null,
    payload  bytea,
    added_at timestamptz not null default clock_timestamp()
);

comment on table outbox is 'Messages on their way to Kafka; a row goes once the broker has it.';
alter table outbox alter column payload drop not null;
comment on column outbox.payload is 'Null for a tombstone, by which a compacted topic forgets the key.';

comment on column outbox.seq is 'The order of sending; for a key it is the order of commits.';

create index if not exists outbox_shard_seq on outbox (shard, seq);

create table if not exists outbox_lease (
    shard      int primary key,
    epoch      bigint      not null,
    expires_at timestamptz not null
) with (fillfactor = 50);

comment on table outbox_lease is 'Which relay serves a shard: the one that holds the latest epoch.';
comment on column outbox_lease.expires_at is 'On the clock of the database; the relay moves it on while it lives.';
