-- What the catalog says: the latest message for each entity.
CREATE TABLE entity_configuration (
    key            text PRIMARY KEY,               -- deployment/entity ref, the message's key
    deployment     text NOT NULL,
    entity_ref     text NOT NULL,
    revision       bigint NOT NULL,
    message_type   text NOT NULL,
    message        jsonb NOT NULL,
    repository     text,                           -- in the one spelling by which repositories are compared
    preprovision_for text[] NOT NULL DEFAULT '{}'  -- user refs, the opt-in already narrowed to the owners
);
-- A URL may be longer than what a B-tree takes (2704 bytes); a hash index keeps its hash only.
CREATE INDEX entity_configuration_repository ON entity_configuration USING hash (repository) WHERE repository IS NOT NULL;
CREATE INDEX entity_configuration_preprovision ON entity_configuration USING gin (preprovision_for);

-- Who has linked a Coder account. Tokens are never kept here.
CREATE TABLE coder_account (
    key             text PRIMARY KEY,              -- deployment/user ref, the message's key
    revision        bigint NOT NULL,
    linked          boolean NOT NULL,
    link_generation bigint NOT NULL,
    preprovision_consent boolean NOT NULL
);

-- The inbox: a command's row is its operation, too.
CREATE TABLE command (
    id              uuid PRIMARY KEY,
    seq             bigint GENERATED ALWAYS AS IDENTITY,
    owner_key       text NOT NULL,                 -- deployment/user ref, the message's key
    track           text NOT NULL,
    lane            text NOT NULL,                 -- what keeps its order: commands of one lane run one after the other
    at_head         boolean NOT NULL DEFAULT false,
    due             timestamptz NOT NULL,
    message_type    text NOT NULL,
    message         jsonb NOT NULL,
    status          text NOT NULL,
    revision        bigint NOT NULL,
    progress        jsonb,
    attempts        integer NOT NULL DEFAULT 0,
    link_generation bigint,
    workspace_id    uuid,
    failure_code    text,
    failure_message text,
    deadline        timestamptz NOT NULL,
    accepted_at     timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX command_lane ON command (owner_key, lane, seq) WHERE status IN ('ACCEPTED', 'RUNNING');
CREATE INDEX command_head ON command (owner_key, track, due, seq) WHERE at_head AND status IN ('ACCEPTED', 'RUNNING');
-- A command's deadline comes for it behind others, too; one that was put off longer is looked at then.
CREATE INDEX command_expiry ON command (owner_key, track, greatest(deadline, due)) WHERE status IN ('ACCEPTED', 'RUNNING');
CREATE INDEX command_settled ON command (updated_at) WHERE status IN ('SUCCEEDED', 'FAILED');

-- Whose turn it is. A row without a due time has nothing to do.
CREATE TABLE owner_queue (
    owner_key   text NOT NULL,
    track       text NOT NULL,
    due         timestamptz,
    lease_until timestamptz,
    epoch       bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (owner_key, track)
) WITH (fillfactor = 50);
CREATE INDEX owner_queue_due ON owner_queue (due) WHERE due IS NOT NULL;

-- The view: workspaces as Coder last showed them.
CREATE TABLE viewed_workspace (
    key           text PRIMARY KEY,                -- owner_key and id
    id            uuid NOT NULL,
    owner_key     text NOT NULL,
    revision      bigint NOT NULL,
    name          text NOT NULL,
    template_name text NOT NULL,
    status        text NOT NULL,
    build_id      uuid NOT NULL,
    build_number  bigint NOT NULL,
    outdated      boolean NOT NULL,
    healthy       boolean NOT NULL,
    link          text NOT NULL,
    created_at    timestamptz NOT NULL,
    repositories  text[] NOT NULL,                 -- of its parameters, spelled as entity_configuration.repository
    removed       boolean NOT NULL,                -- kept for a while: one that comes back goes on with its revision
    written_at    timestamptz NOT NULL
);
CREATE INDEX viewed_workspace_owner ON viewed_workspace (owner_key);

CREATE TABLE viewed_owner (
    owner_key    text PRIMARY KEY,
    refreshed_at timestamptz
);
