-- What the server holds. Bytes are signed and sealed by clients; nothing here can be read by the server.

-- The server's own keys. The one table without an office: it is about the server itself.
CREATE TABLE server (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    receipt_key BLOB NOT NULL,
    token_key BLOB NOT NULL
) STRICT;

-- `bytes` counts the register and the keys of all epochs.
CREATE TABLE office (
    office BLOB NOT NULL PRIMARY KEY,
    length INTEGER NOT NULL,
    founded_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE register_entry (
    office BLOB NOT NULL,
    seq INTEGER NOT NULL,
    entry BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (office, seq)
) STRICT;

-- How many entries a person brought on the last day on which they brought any, as days since the Unix epoch.
CREATE TABLE register_day (
    office BLOB NOT NULL,
    person BLOB NOT NULL,
    day INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (office, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE epoch (
    office BLOB NOT NULL,
    space BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (office, space, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE envelope (
    office BLOB NOT NULL,
    space BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    device BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (office, space, epoch, device)
) STRICT;

-- The counter of a space: its row is locked by whoever appends.
CREATE TABLE space (
    office BLOB NOT NULL,
    space BLOB NOT NULL,
    seq INTEGER NOT NULL,
    order_hash BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (office, space)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    office BLOB NOT NULL,
    space BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    document BLOB NOT NULL,
    device BLOB NOT NULL,
    device_seq INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    order_hash BLOB NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (office, space, seq),
    UNIQUE (office, space, hash),
    UNIQUE (office, space, device, device_seq)
) STRICT;
CREATE INDEX record_by_document ON record (office, space, document, seq);

-- Per document: the checkpoint that covers most, and the last record.
CREATE TABLE document (
    office BLOB NOT NULL,
    space BLOB NOT NULL,
    document BLOB NOT NULL,
    checkpoint INTEGER NOT NULL,
    covers INTEGER NOT NULL,
    head INTEGER NOT NULL,
    PRIMARY KEY (office, space, document)
) STRICT, WITHOUT ROWID;

-- Sealed attachments that a statement names; `length` is 0 until the bytes are here.
CREATE TABLE attachment (
    office BLOB NOT NULL,
    space BLOB NOT NULL,
    hash BLOB NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (office, space, hash)
) STRICT, WITHOUT ROWID;

-- Newcomers that wait to be let in.
CREATE TABLE joining (
    office BLOB NOT NULL,
    invitation BLOB NOT NULL,
    device BLOB NOT NULL,
    request TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (office, invitation, device)
) STRICT;

-- Unsent work of devices that may no longer write.
CREATE TABLE holding (
    office BLOB NOT NULL,
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    sealed BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (office, space, device)
) STRICT;
