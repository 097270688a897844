alter table coder_grant
    add column refresh_at timestamptz,              -- when its pair is refreshed ahead of time; null for a pasted token
    add column refresh_lease_until timestamptz,     -- who has it is at it
    add column refresh_rest_until timestamptz,      -- Coder was not heard: nobody asks before
    add column relink_required boolean not null default false;

create index coder_grant_to_refresh on coder_grant (refresh_at) where refresh_at is not null;
