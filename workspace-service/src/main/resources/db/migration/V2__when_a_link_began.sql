-- When the link of link_generation began, on auth-service's clock: what was asked for before is not done under it.
-- Of links from before this column nobody knows, and nothing counts as asked for before them. The default stays for
-- replicas of the version before, which write beside this one during an upgrade.
ALTER TABLE coder_account ADD COLUMN link_began_at timestamptz NOT NULL DEFAULT 'epoch';
