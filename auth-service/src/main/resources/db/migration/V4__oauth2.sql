-- A grant by OAuth2 has a refresh token besides; one by a pasted token has none.
alter table coder_grant
    add column sealed_refresh_token bytea,
    add column generation bigint not null default 0,
    add column revoke_after timestamptz;        -- null while an account uses it

create index coder_grant_to_revoke on coder_grant (revoke_after) where revoke_after is not null;

-- A user on their way through Coder's consent. Nobody but this user can finish it.
create table link_attempt (
    id              uuid primary key,
    deployment      text  not null,
    user_ref        text  not null,
    state_hash      bytea not null unique,      -- SHA-256: whoever reads the table can't answer for Coder
    sealed_verifier bytea,                      -- gone once Coder has been heard: a state is good once
    code_hash       bytea unique,               -- of the code that finishes the attempt; null until Coder has consented
    grant_id        uuid references coder_grant on delete cascade,
    expires_at      timestamptz not null,
    check ((code_hash is null) = (grant_id is null))
);

create index link_attempt_by_user on link_attempt (deployment, user_ref);
create index link_attempt_by_grant on link_attempt (grant_id);
create index link_attempt_by_end on link_attempt (expires_at);
