-- An entity in scope that says nothing about Coder has a row, and no message: revision 0, withdrawn.
alter table catalog_entity
    drop constraint catalog_entity_revision_check,
    add check (revision >= 0),
    -- The groups that own it, as the catalog says: when their members change, so do its owners.
    add column groups text[] not null default '{}',
    -- Whether the opt-in that stands was there when the catalog was read for the first time.
    add column opt_in_snapshot boolean not null default false,
    -- Since when no pass has seen it; null while it is seen.
    add column missing_since timestamptz,
    drop column missed_passes;

create index on catalog_entity using gin (groups);
create index on catalog_entity (deployment, missing_since) where missing_since is not null;

-- The groups that own something, and, where owners come from nested groups, those below them.
create table catalog_group (
    deployment    text    not null,
    group_ref     text    not null,
    number        integer not null generated always as identity unique,
    -- Whether the catalog has it. Owners can be groups that it doesn't have.
    present       boolean not null,
    -- Users.
    members       text[]  not null,
    -- Groups right below it.
    children      text[]  not null,
    missing_since timestamptz,
    primary key (deployment, group_ref)
);

create index on catalog_group using gin (children);
create index on catalog_group using gin (members);

-- The part of each deployment's catalog that was read whole before: what is found there first is not new to its authors.
create table catalog_snapshot (
    deployment text primary key,
    scope      text        not null,
    ended_at   timestamptz not null
);
