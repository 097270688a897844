-- The log of the build by which an operation has failed, its last 64 KB. It goes with the operation.
CREATE TABLE build_log (
    command_id uuid PRIMARY KEY REFERENCES command (id) ON DELETE CASCADE,
    text       text NOT NULL
);
