-- Where the workspaces that were created here come from. Rows of the version before know no configuration: what that was
-- is not told from what it would be.
CREATE TABLE workspace_origin (
    key          text PRIMARY KEY,                 -- owner_key and id, as in viewed_workspace
    workspace_id uuid NOT NULL,
    owner_key    text NOT NULL,
    entity_key   text NOT NULL,                    -- deployment/entity ref
    command_id   uuid NOT NULL,
    cause        text NOT NULL,
    build_id     uuid,                             -- the first one
    configured   jsonb,                            -- what the configuration said when it was created
    gone_at      timestamptz                       -- kept for a while: one that comes back is the same one
);
CREATE INDEX workspace_origin_owner ON workspace_origin (owner_key);
CREATE INDEX workspace_origin_entity ON workspace_origin (entity_key);

INSERT INTO workspace_origin (key, workspace_id, owner_key, entity_key, command_id, cause, build_id)
SELECT DISTINCT ON (owner_key, workspace_id)
    owner_key || ' ' || workspace_id, workspace_id, owner_key,
    (message ->> 'deployment') || '/' || (message ->> 'entityRef'), id, message ->> 'cause',
    (progress ->> 'buildId')::uuid
FROM command
WHERE workspace_id IS NOT NULL AND progress ->> 'step' IN ('building', 'stopping')
    AND NOT EXISTS (
        SELECT 1 FROM viewed_workspace
        WHERE key = command.owner_key || ' ' || command.workspace_id AND removed)
ORDER BY owner_key, workspace_id, seq;

-- Pre-provisionings on whose behalf all agree, and that the operator's limits have not allowed yet. No command was made.
CREATE TABLE preprovision_due (
    id         uuid PRIMARY KEY,                   -- the command's, once it is made
    seq        bigint GENERATED ALWAYS AS IDENTITY,
    deployment text NOT NULL,
    entity_ref text NOT NULL,
    user_ref   text NOT NULL,
    since      timestamptz NOT NULL DEFAULT clock_timestamp(),
    entity_key text NOT NULL GENERATED ALWAYS AS (deployment || '/' || entity_ref) STORED,
    owner_key  text NOT NULL GENERATED ALWAYS AS (deployment || '/' || user_ref) STORED
);
CREATE UNIQUE INDEX preprovision_due_seq ON preprovision_due (seq);
CREATE INDEX preprovision_due_entity ON preprovision_due (entity_key);
CREATE INDEX preprovision_due_owner ON preprovision_due (owner_key);

-- When commands were made of them, for the last hour.
CREATE TABLE preprovision_made (
    made_at timestamptz NOT NULL
);
CREATE INDEX preprovision_made_at ON preprovision_made (made_at);

-- What counts against an owner's and an entity's limit: a workspace that came up with nobody asking and is not known to
-- be gone, or that is being made.
CREATE INDEX command_preprovision ON command (owner_key)
    WHERE status IN ('ACCEPTED', 'RUNNING') AND message ->> 'cause' = 'PREPROVISION';
CREATE VIEW preprovision_place AS
    SELECT owner_key, (message ->> 'deployment') || '/' || (message ->> 'entityRef') AS entity_key FROM command
    WHERE status IN ('ACCEPTED', 'RUNNING') AND message ->> 'cause' = 'PREPROVISION' AND message ->> 'entityRef' IS NOT NULL
    UNION ALL
    SELECT owner_key, entity_key FROM workspace_origin origin
    WHERE cause = 'PREPROVISION' AND gone_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM command WHERE command.id = origin.command_id AND status IN ('ACCEPTED', 'RUNNING'));

-- Whether pre-provisioning is paused. A row for each deployment where it ever was; without one, it isn't. since is when
-- it became so, changed_by and reason are of who said so last.
CREATE TABLE preprovision_pause (
    deployment text PRIMARY KEY,
    paused     boolean NOT NULL DEFAULT false,
    since      timestamptz,
    changed_by text,
    reason     text,
    CHECK (num_nulls(since, changed_by, reason) IN (0, 3)),
    CHECK (NOT paused OR since IS NOT NULL)
);

-- Each pause and each resumption: who, when, what and why. Rows are only ever added.
CREATE TABLE preprovision_pause_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deployment text NOT NULL,
    paused     boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    reason     text NOT NULL
);

-- How the configuration of its entity differs by now from what a workspace was created from; names only.
ALTER TABLE viewed_workspace
    ADD COLUMN drifted_template boolean NOT NULL DEFAULT false,
    ADD COLUMN drifted_preset   boolean NOT NULL DEFAULT false,
    ADD COLUMN drifted_params   text[] NOT NULL DEFAULT '{}';
