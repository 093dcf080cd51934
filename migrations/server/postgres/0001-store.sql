-- What the server holds. Bytes are signed and sealed by clients; nothing here can be read by the server.

-- The server's own keys. The one table without an office: it is about the server itself.
CREATE TABLE server (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    receipt_key BYTEA NOT NULL,
    token_key BYTEA NOT NULL
);

-- `bytes` counts the register and the keys of all epochs.
CREATE TABLE office (
    office BYTEA NOT NULL PRIMARY KEY,
    length BIGINT NOT NULL,
    founded_at BIGINT NOT NULL,
    bytes BIGINT NOT NULL
);

CREATE TABLE register_entry (
    office BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    entry BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (office, seq)
);

-- How many entries a person brought on the last day on which they brought any, as days since the Unix epoch.
CREATE TABLE register_day (
    office BYTEA NOT NULL,
    person BYTEA NOT NULL,
    day BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    PRIMARY KEY (office, person)
);

CREATE TABLE epoch (
    office BYTEA NOT NULL,
    space BYTEA NOT NULL,
    epoch BIGINT NOT NULL,
    link BYTEA NOT NULL,
    PRIMARY KEY (office, space, epoch)
);

CREATE TABLE envelope (
    office BYTEA NOT NULL,
    space BYTEA NOT NULL,
    epoch BIGINT NOT NULL,
    device BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (office, space, epoch, device)
);

-- The counter of a space: its row is locked by whoever appends.
CREATE TABLE space (
    office BYTEA NOT NULL,
    space BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    order_hash BYTEA NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (office, space)
);

CREATE TABLE record (
    office BYTEA NOT NULL,
    space BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    document BYTEA NOT NULL,
    device BYTEA NOT NULL,
    device_seq BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    order_hash BYTEA NOT NULL,
    record BYTEA NOT NULL,
    PRIMARY KEY (office, space, seq),
    UNIQUE (office, space, hash),
    UNIQUE (office, space, device, device_seq)
);
CREATE INDEX record_by_document ON record (office, space, document, seq);

-- Per document: the checkpoint that covers most, and the last record.
CREATE TABLE document (
    office BYTEA NOT NULL,
    space BYTEA NOT NULL,
    document BYTEA NOT NULL,
    checkpoint BIGINT NOT NULL,
    covers BIGINT NOT NULL,
    head BIGINT NOT NULL,
    PRIMARY KEY (office, space, document)
);

-- Sealed attachments that a statement names; `length` is 0 until the bytes are here.
CREATE TABLE attachment (
    office BYTEA NOT NULL,
    space BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    length BIGINT NOT NULL,
    PRIMARY KEY (office, space, hash)
);

-- Newcomers that wait to be let in.
CREATE TABLE joining (
    office BYTEA NOT NULL,
    invitation BYTEA NOT NULL,
    device BYTEA NOT NULL,
    request TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (office, invitation, device)
);

-- Unsent work of devices that may no longer write.
CREATE TABLE holding (
    office BYTEA NOT NULL,
    space BYTEA NOT NULL,
    device BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (office, space, device)
);
