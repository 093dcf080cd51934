-- Whether colleagues changed the case since this person looked: the same as news > seen, kept so that indexes can hold it.
ALTER TABLE cases ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0;
UPDATE cases SET unseen = 1 WHERE news > seen;

-- The orders of lists again, each with everything that narrows a list: a narrowed list is read from them alone.
DROP INDEX cases_due;
DROP INDEX cases_newest;
DROP INDEX cases_title;
DROP INDEX cases_reference;
DROP INDEX cases_mine_due;
DROP INDEX cases_closed_due;
DROP INDEX cases_closed_newest;
DROP INDEX cases_closed_title;
DROP INDEX cases_closed_reference;
CREATE INDEX cases_due ON cases (due_key, number, assignee, case_type, status, state, unseen) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_newest ON cases (created_at DESC, number, due_key, assignee, case_type, status, state, unseen) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_title ON cases (title_key, number, due_key, assignee, case_type, status, state, unseen) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_reference ON cases (reference_key, number, due_key, assignee, case_type, status, state, unseen) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_mine_due ON cases (assignee, due_key, number, case_type, status, state, unseen) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_closed_due ON cases (due_key, number, assignee, case_type, status, state, unseen) WHERE closed = 1 AND removed = 0;
CREATE INDEX cases_closed_newest ON cases (created_at DESC, number, due_key, assignee, case_type, status, state, unseen) WHERE closed = 1 AND removed = 0;
CREATE INDEX cases_closed_title ON cases (title_key, number, due_key, assignee, case_type, status, state, unseen) WHERE closed = 1 AND removed = 0;
CREATE INDEX cases_closed_reference ON cases (reference_key, number, due_key, assignee, case_type, status, state, unseen) WHERE closed = 1 AND removed = 0;
-- As narrow as can be: what is open and what is closed is counted with every list.
CREATE INDEX cases_open ON cases (number) WHERE closed = 0 AND removed = 0;
CREATE INDEX cases_closed ON cases (number) WHERE closed = 1 AND removed = 0;

-- Tags of each case, by the case's number.
CREATE TABLE case_tags (tag TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (tag, number)) STRICT, WITHOUT ROWID;
CREATE INDEX case_tags_case ON case_tags (number);

-- Lists that this person keeps. asks: what the list asks for, as the contract writes it.
CREATE TABLE kept_lists (id BLOB PRIMARY KEY, name TEXT NOT NULL, asks TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Acts over many cases that can be taken back, newest last. newest: nothing was changed here after it. No number is given out twice: steps name it.
CREATE TABLE acts (number INTEGER PRIMARY KEY AUTOINCREMENT, newest INTEGER NOT NULL) STRICT;
-- The cases that each has changed and that were not taken back. what: 0 a step of undo takes it back, 1 pinned, 2 looked at; of these, which are noted
-- here alone, what it was and what the act made of it.
CREATE TABLE act_cases (
    act INTEGER NOT NULL REFERENCES acts (number) ON DELETE CASCADE,
    case_id BLOB NOT NULL,
    what INTEGER NOT NULL,
    was INTEGER NOT NULL,
    became INTEGER NOT NULL,
    PRIMARY KEY (act, case_id)
) STRICT, WITHOUT ROWID;
-- The act over many cases that a step belongs to.
ALTER TABLE undo ADD COLUMN act INTEGER;
CREATE INDEX undo_act ON undo (act, case_id) WHERE act IS NOT NULL;
