-- Pairs of tokens that Coder has still to revoke, and that no grant has: another token was pasted in their place, or they
-- were never kept. A row goes once Coder has said so.
create table pair_to_revoke (
    id                   uuid primary key,
    deployment           text        not null,
    sealed_refresh_token bytea       not null,
    since                timestamptz not null
);

alter table coder_grant
    add column expiring boolean not null default false; -- its users were told that its pasted token ends soon

create index coder_grant_by_end on coder_grant (expires_at) where sealed_refresh_token is null and not relink_required;
