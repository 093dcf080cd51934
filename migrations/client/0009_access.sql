-- Who looked at which case, and what left the sealed world: lines are added. They go only with a record that does not count, whose author says them anew.
CREATE TABLE access (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    device BLOB NOT NULL,
    space BLOB NOT NULL,
    -- Nothing where it is of no single case.
    case_id BLOB,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- The record that says it; nothing while that is still to be made.
    record BLOB,
    UNIQUE (device, id)
) STRICT;
CREATE INDEX access_of_case ON access (case_id, at DESC, number DESC);
CREATE INDEX access_to_say ON access (space, number) WHERE record IS NULL;
CREATE INDEX access_of_record ON access (record) WHERE record IS NOT NULL;
-- What left, by the computer that let it out.
CREATE INDEX access_taken ON access (device, at DESC, number DESC) WHERE kind != 1;

-- The documents that are such a log, one for each space.
CREATE TABLE access_logs (document BLOB PRIMARY KEY, space BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- Where something is being written outside the sealed world: what a power cut left there is taken away at the next opening.
CREATE TABLE parts (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
