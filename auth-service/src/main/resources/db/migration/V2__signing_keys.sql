-- The keys that sign the services' tokens, shared by all replicas. Whoever inserts a generation first has made its key.
create table signing_key (
    generation         int primary key,
    kid                text        not null unique,
    public_jwk         text        not null,
    sealed_private_key bytea       not null,
    created_at         timestamptz not null
);
