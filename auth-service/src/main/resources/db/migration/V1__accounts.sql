-- What Greenroom may do at Coder in the name of one Coder user. An unlinked grant is deleted, and its token with it.
create table coder_grant (
    id             uuid primary key,
    deployment     text  not null,
    coder_user_id  uuid  not null,
    coder_username text  not null,
    sealed_token   bytea not null,
    expires_at     timestamptz,
    unique (deployment, coder_user_id)
);

-- A Backstage user. The row stays when they unlink: revision and link_generation must never go back.
create table account (
    id                   bigint generated always as identity primary key,
    deployment           text    not null,
    user_ref             text    not null,
    grant_id             uuid references coder_grant,
    revision             bigint  not null default 0,
    link_generation      bigint  not null default 0,
    preprovision_consent boolean not null default false,
    linked_at            timestamptz,
    unique (deployment, user_ref),
    check ((grant_id is null) = (linked_at is null)),
    check (grant_id is not null or not preprovision_consent)
);

create index account_by_grant on account (grant_id);
