-- A code that a client of a sign-in gives for tokens, once.
create table sign_in_code (
    id             uuid primary key,
    hash           bytea       not null unique,     -- SHA-256: whoever reads the table has no code
    grant_id       uuid        not null references coder_grant on delete cascade,
    client_id      text        not null,
    redirect_uri   text        not null,
    code_challenge text,                            -- of a client that does PKCE
    expires_at     timestamptz not null
);

create index sign_in_code_by_grant on sign_in_code (grant_id);
create index sign_in_code_by_end on sign_in_code (expires_at);

-- That somebody is signed in with Coder at a client. It holds on to the grant.
create table sign_in_session (
    id         uuid primary key,
    grant_id   uuid        not null references coder_grant on delete cascade,
    client_id  text        not null,
    began_at   timestamptz not null,
    expires_at timestamptz not null                 -- unless it is refreshed before
);

create index sign_in_session_by_grant on sign_in_session (grant_id);
create index sign_in_session_by_end on sign_in_session (expires_at);

create table session_token (
    hash          bytea primary key,                -- SHA-256
    session_id    uuid        not null references sign_in_session on delete cascade,
    kind          text        not null check (kind in ('ACCESS', 'REFRESH')),
    parent_hash   bytea,                            -- of the refresh token that it was given for; null for the first ones
    expires_at    timestamptz not null,
    issued_at     timestamptz not null,
    good_until    timestamptz                       -- of a refresh token that its session has gone on without
);

create index session_token_by_session on session_token (session_id);
create index session_token_by_parent on session_token (parent_hash);
create index session_token_by_end on session_token (expires_at);

-- A loan is to an account's user or to a session.
alter table loan
    alter column user_ref drop not null,
    alter column link_generation drop not null,
    add column session_id uuid,                     -- no foreign key: the record outlives the session
    add check ((session_id is null) = (user_ref is not null)),
    add check ((user_ref is null) = (link_generation is null));
