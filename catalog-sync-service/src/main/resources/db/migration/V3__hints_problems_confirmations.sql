-- Hints that something may have changed in the catalog and has not been looked at since.
create table catalog_hint (
    -- The order in which they came.
    id             bigint generated always as identity primary key,
    deployment     text   not null,
    -- Or *, for the whole catalog.
    entity_ref     text collate "C" not null,
    -- How often it came while it was waiting: what comes while it is looked at is not done with it.
    times          bigint not null default 1,
    unique (deployment, entity_ref)
);

-- The entities whose spec.coder can't be used, and why. One row for each INVALID one of catalog_entity.
create table catalog_problem (
    deployment     text        not null,
    entity_ref     text collate "C" not null,
    -- The users that own it, as catalog-sync-service's messages have them.
    owners         text[]      not null,
    -- Not jsonb, which refuses what authors can write: the character NUL. Nobody looks into it here.
    reasons        json        not null,
    since          timestamptz not null,
    primary key (deployment, entity_ref)
);

create index catalog_problem_owners on catalog_problem using gin (owners);

-- What was found invalid before this table was there is said once more by the next pass, and so gets its row.
update catalog_entity set content_hash = '' where state = 'INVALID';

-- An admin's word that so many entities are meant to be gone. The last one counts.
create table catalog_withdrawal_confirmation (
    deployment     text primary key,
    up_to          integer     not null check (up_to > 0),
    confirmed_by   text        not null,
    confirmed_at   timestamptz not null
);

-- Instead of the last pass alone, the last ones.
alter table catalog_pass drop constraint catalog_pass_pkey;
alter table catalog_pass add column id bigint generated always as identity primary key;
create index catalog_pass_deployment on catalog_pass (deployment, id);
