-- What runs in a workspace, as JSON. The default stays for replicas of the version before, which write beside this one.
ALTER TABLE viewed_workspace ADD COLUMN agents text NOT NULL DEFAULT '[]';

-- When an owner's workspaces were read last with nobody asking, or were tried to; the count of their lists.
ALTER TABLE viewed_owner
    ADD COLUMN tried_at timestamptz,
    ADD COLUMN lists bigint NOT NULL DEFAULT 0;

-- When the last owners were taken for that, by any replica: one row.
CREATE TABLE view_upkeep (
    taken_at timestamptz NOT NULL
);
INSERT INTO view_upkeep VALUES ('epoch');
