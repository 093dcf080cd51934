-- What each case asks of people, by the case's number; a removed case asks nothing. kind: 1 task, 2 deadline, 3 deadline by law, 4 second signature, 5 to be
-- settled. day_key as in cases; person is whose it is; rule is of deadlines by law; who (1 anyone, 2 whoever has the case, 3 manager) and decided_by of
-- signatures.
CREATE TABLE agenda (
    number INTEGER NOT NULL,
    item INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    day_key TEXT NOT NULL,
    person BLOB,
    rule TEXT,
    who INTEGER,
    decided_by BLOB,
    text TEXT NOT NULL,
    PRIMARY KEY (number, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_dated ON agenda (person, day_key) WHERE kind <= 3;
CREATE INDEX agenda_signatures ON agenda (number) WHERE kind = 4;
CREATE INDEX agenda_to_settle ON agenda (person) WHERE kind = 5;
-- Digest of what stands in agenda for the case; empty before it was written for the first time.
ALTER TABLE cases ADD COLUMN asks BLOB NOT NULL DEFAULT x'';
