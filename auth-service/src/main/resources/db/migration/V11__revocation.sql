-- That an admin has all links ended: by whom, when and why, and how far it is. One at a time.
create table revocation (
    id          bigint generated always as identity primary key,
    deployment  text        not null,
    begun_at    timestamptz not null,
    begun_by    text        not null,
    reason      text        not null,
    last_grant  uuid,                               -- those up to this one are ended
    accounts    bigint      not null default 0,     -- that were unlinked
    finished_at timestamptz
);

create unique index revocation_under_way on revocation (deployment) where finished_at is null;

alter table lending
    add column held boolean not null default false, -- nobody thaws it: a revocation is under way
    add check (frozen or not held);
