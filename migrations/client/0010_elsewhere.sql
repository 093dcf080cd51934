-- Copies of files that are open in another program. id: what their folder is called. place: the folder that it lies in, empty for the profile's own.
-- version and content: the sealed hash of the version that the copy was last the same as, and the hash of what is in it. heads: where the case stood
-- then. A row is here before its copy is, and as long as it: the next start finds what a kill left.
CREATE TABLE elsewhere (
    id BLOB PRIMARY KEY,
    case_id BLOB NOT NULL,
    attachment BLOB NOT NULL,
    version TEXT NOT NULL,
    content TEXT NOT NULL,
    heads BLOB NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
