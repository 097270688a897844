-- Whether tokens are lent. A row for each deployment whose lending was ever frozen; without one, they are. since is
-- when it became so, changed_by and reason are of who said so last.
create table lending (
    deployment text primary key,
    frozen     boolean not null default false,
    since      timestamptz,
    changed_by text,
    reason     text,
    check (num_nulls(since, changed_by, reason) in (0, 3)),
    check (not frozen or since is not null)
);

-- Each freeze and each thaw: who, when, what and why. Rows are only ever added.
create table lending_change (
    id         bigint generated always as identity primary key,
    deployment text        not null,
    frozen     boolean     not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    reason     text        not null
);
