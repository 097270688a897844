-- Who polls a deployment's catalog. The epoch grows with each taking, and every write checks it.
create table catalog_lease (
    deployment text primary key,
    epoch      bigint      not null,
    until      timestamptz not null
);

-- What was last said about each entity. Rows are kept after a withdrawal, so that the revision of a key only grows.
create table catalog_entity (
    deployment     text    not null,
    entity_ref     text    not null,
    -- Small numbers without large gaps: a pass remembers what it saw as one bit for each.
    number         integer not null generated always as identity unique,
    entity_uid     text    not null,
    state          text    not null check (state in ('PUBLISHED', 'INVALID', 'WITHDRAWN')),
    content_hash   text    not null,
    revision       bigint  not null check (revision > 0),
    -- The author's opt-ins under this uid: how many, and whether the last one still stands.
    opt_ins        bigint  not null check (opt_ins >= 0),
    opted_in       boolean not null,
    missed_passes  integer not null default 0,
    primary key (deployment, entity_ref)
);

-- The last pass over each deployment's catalog.
create table catalog_pass (
    deployment       text primary key,
    started_at       timestamptz not null,
    finished_at      timestamptz not null,
    outcome          text        not null,
    problem          text,
    seen             integer     not null,
    changed          integer     not null,
    invalid          integer     not null,
    withdrawn        integer     not null,
    held_back        integer     not null,
    -- When the last pass began that saw the whole catalog.
    complete_started_at timestamptz,
    entities_published integer   not null,
    entities_invalid   integer   not null,
    entities_withdrawn integer   not null
);
