-- The client's database. Ids are 16 bytes, hashes 32, moments milliseconds since the Unix epoch, days ISO 8601.

-- Who this computer is. One row.
CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    office BLOB NOT NULL,
    person BLOB NOT NULL,
    device BLOB NOT NULL,
    signing BLOB NOT NULL,
    age TEXT NOT NULL,
    server TEXT,
    certificate BLOB,
    sample INTEGER NOT NULL,
    invitation TEXT,
    office_name_hint TEXT NOT NULL,
    person_name TEXT NOT NULL,
    device_name TEXT NOT NULL
) STRICT;

-- The device that this computer is about to be, since a copy of its profile goes on as the present one. One row.
CREATE TABLE next_device (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    device BLOB NOT NULL,
    signing BLOB NOT NULL,
    age TEXT NOT NULL,
    device_name TEXT NOT NULL
) STRICT;

-- The devices that this computer was before, newest last: only they can bring back the entry that added the next.
CREATE TABLE former_devices (number INTEGER PRIMARY KEY, device BLOB NOT NULL, signing BLOB NOT NULL) STRICT;

-- Records whose changes carry the actor of a device that their author goes on for: to people they are changes of their author.
CREATE TABLE handed_on (document BLOB NOT NULL, record BLOB NOT NULL, PRIMARY KEY (document, record)) STRICT, WITHOUT ROWID;

-- Small values by name.
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- The register as verified, and own entries that the server does not have yet.
CREATE TABLE register (seq INTEGER PRIMARY KEY, hash BLOB NOT NULL, entry BLOB NOT NULL) STRICT;
CREATE TABLE register_queue (number INTEGER PRIMARY KEY, entry BLOB NOT NULL, epochs TEXT NOT NULL) STRICT;

-- Keys of each space, newest epoch last; link is the sealed way to the epoch before.
CREATE TABLE epochs (
    space BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    keys BLOB NOT NULL,
    link BLOB NOT NULL,
    -- Records of the space that were seen when the keys came: nothing before was sealed with them here.
    since INTEGER NOT NULL,
    PRIMARY KEY (space, epoch)
) STRICT, WITHOUT ROWID;

-- Records, own and others', in the order in which they came into this vault.
CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    space BLOB NOT NULL,
    document BLOB NOT NULL,
    kind INTEGER NOT NULL,
    device BLOB NOT NULL,
    device_seq INTEGER NOT NULL,
    statement BLOB NOT NULL,
    salt BLOB NOT NULL,
    payload BLOB NOT NULL,
    what TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    server_seq INTEGER,
    received_at INTEGER
) STRICT;
CREATE UNIQUE INDEX records_chain ON records (space, device, device_seq);
CREATE INDEX records_document ON records (document);
CREATE INDEX records_sent ON records (space, server_seq) WHERE server_seq IS NOT NULL;
CREATE INDEX records_unsent ON records (space, number) WHERE server_seq IS NULL;
CREATE INDEX records_unsent_document ON records (document) WHERE server_seq IS NULL;

-- Places in chains whose statement is true but whose content could not be read: what follows them can still be checked.
CREATE TABLE chain_places (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    device_seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (space, device, device_seq)
) STRICT, WITHOUT ROWID;

-- The server's order of each space as far as it was seen, with its running hash.
CREATE TABLE space_order (
    space BLOB NOT NULL,
    seq INTEGER NOT NULL,
    statement BLOB NOT NULL,
    order_hash BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (space, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipts (number INTEGER PRIMARY KEY, space BLOB NOT NULL, receipt BLOB NOT NULL) STRICT;
CREATE INDEX receipts_space ON receipts (space);

-- Documents as merged so far.
CREATE TABLE documents (
    id BLOB PRIMARY KEY,
    space BLOB NOT NULL,
    kind INTEGER NOT NULL,
    schema INTEGER NOT NULL,
    snapshot BLOB NOT NULL,
    missing INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_space ON documents (space);

-- Documents that are a colleague's word until their trail is checked. checkpoint: the checkpoint that the document is, while nothing else went in;
-- checked: each of its records was checked by itself.
CREATE TABLE provisional (
    document BLOB PRIMARY KEY,
    space BLOB NOT NULL,
    holds INTEGER NOT NULL,
    checkpoint BLOB,
    checked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX provisional_space ON provisional (space);

-- Spaces whose trails have not all been checked since this computer joined.
CREATE TABLE first_syncs (space BLOB PRIMARY KEY, taken INTEGER NOT NULL, ahead INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Cases as lists show them. due_key is the day or '9999-99-99', so that one order serves both; removed
-- cases are in no list but their own; found_by is the digest of the words for search; news counts what came from
-- colleagues, seen how much of it this person has looked at.
CREATE TABLE cases (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    space BLOB NOT NULL,
    reference TEXT NOT NULL,
    reference_key TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    status INTEGER NOT NULL,
    due_key TEXT NOT NULL,
    assignee BLOB,
    conflict INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    news INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    origin TEXT,
    found_by BLOB NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    opened_at INTEGER,
    pinned INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX cases_due ON cases (due_key, number) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_newest ON cases (created_at DESC, number) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_title ON cases (title_key, number) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_reference ON cases (reference_key, number) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_mine_due ON cases (assignee, due_key, number) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_closed_due ON cases (due_key, number) WHERE closed = 1 AND removed = 0;
CREATE INDEX cases_closed_newest ON cases (created_at DESC, number) WHERE closed = 1 AND removed = 0;
CREATE INDEX cases_closed_title ON cases (title_key, number) WHERE closed = 1 AND removed = 0;
CREATE INDEX cases_closed_reference ON cases (reference_key, number) WHERE closed = 1 AND removed = 0;
CREATE INDEX cases_any_reference ON cases (reference_key);
CREATE INDEX cases_conflict ON cases (due_key, number) WHERE conflict = 1 AND removed = 0;
CREATE INDEX cases_removed ON cases (number) WHERE removed = 1;
CREATE INDEX cases_origin ON cases (origin) WHERE origin IS NOT NULL;
CREATE INDEX cases_opened ON cases (opened_at) WHERE opened_at IS NOT NULL;
CREATE INDEX cases_pinned ON cases (number) WHERE pinned = 1;

-- Cases that colleagues removed lately. asked: so many at once that they stay in the lists until this person has agreed.
CREATE TABLE removals (
    document BLOB PRIMARY KEY,
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    at INTEGER NOT NULL,
    asked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX removals_space ON removals (space, asked);

-- Words of each case, by the case's number. Folded before they come here, hence the plainest tokenizer; the text itself is not kept.
CREATE VIRTUAL TABLE case_words USING fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5', tokenize = 'ascii'
);
-- Segments are joined between saves, not within them.
INSERT INTO case_words (case_words, rank) VALUES ('automerge', 0);
-- The words themselves, as the index has them.
CREATE VIRTUAL TABLE case_terms USING fts5vocab (case_words, row);

-- Last number given out for references, by prefix and year.
CREATE TABLE reference_numbers (
    prefix TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (prefix, year)
) STRICT, WITHOUT ROWID;

-- Attachments by the hash of their sealed bytes, with the document that named each first.
-- state: 0 here, 1 waiting to be sent, 2 on the server, 3 arriving, 4 not known to be on the server.
CREATE TABLE attachments (
    hash BLOB PRIMARY KEY,
    space BLOB NOT NULL,
    document BLOB NOT NULL,
    size INTEGER NOT NULL,
    state INTEGER NOT NULL,
    done INTEGER NOT NULL,
    made_here INTEGER NOT NULL
) STRICT;
CREATE INDEX attachments_state ON attachments (state, space, size);
CREATE INDEX attachments_document ON attachments (document);

-- Every document that names an attachment. unfit: it was found not to be what this document says of it.
CREATE TABLE attachment_names (
    document BLOB NOT NULL,
    hash BLOB NOT NULL,
    space BLOB NOT NULL,
    unfit INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (document, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_names_hash ON attachment_names (hash, space);

-- Records that could not be verified or read, as they came.
CREATE TABLE set_aside (
    hash BLOB PRIMARY KEY,
    space BLOB NOT NULL,
    document BLOB,
    device BLOB,
    reason TEXT NOT NULL,
    server_seq INTEGER NOT NULL,
    since INTEGER NOT NULL,
    -- Under which circumstances it was last tried again; empty before the first time.
    tried TEXT NOT NULL DEFAULT '',
    -- Last: what stands before it is read without it.
    frame BLOB NOT NULL
) STRICT;
CREATE INDEX set_aside_document ON set_aside (document);
CREATE INDEX set_aside_order ON set_aside (space, server_seq, hash);

-- What the server or a colleague's record showed to be untrue, once per kind and device; device is empty where there is none.
CREATE TABLE findings (
    kind TEXT NOT NULL,
    device BLOB NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    times INTEGER NOT NULL,
    noted INTEGER NOT NULL,
    PRIMARY KEY (kind, device)
) STRICT, WITHOUT ROWID;

-- How to take back this computer's own changes, newest last.
CREATE TABLE undo (number INTEGER PRIMARY KEY, case_id BLOB NOT NULL, step TEXT NOT NULL) STRICT;
CREATE INDEX undo_case ON undo (case_id, number);

-- What is being typed and not saved yet; case_id is empty for a case that is not made yet. Never sent.
CREATE TABLE drafts (
    case_id BLOB NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;

-- Invitations that this computer made, with their secrets.
CREATE TABLE invitations (
    id BLOB PRIMARY KEY,
    secret BLOB NOT NULL,
    person BLOB NOT NULL,
    person_name TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
