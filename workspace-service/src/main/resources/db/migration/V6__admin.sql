-- Why a command has to wait, while it does: for operators.
ALTER TABLE command ADD COLUMN waits_for text;
CREATE INDEX command_of_deployment ON command ((message ->> 'deployment'), status, seq);
