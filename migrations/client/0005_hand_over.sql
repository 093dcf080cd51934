-- Hand-overs of each case, in its order. together: one id for all cases of one act of the giver.
-- state: 1 waits for the taker, 2 taken, 3 given back, 4 over.
CREATE TABLE hand_overs (
    case_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    giver BLOB NOT NULL,
    taker BLOB NOT NULL,
    together BLOB NOT NULL,
    at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_overs_waiting ON hand_overs (taker, together, giver) WHERE state = 1;
CREATE INDEX hand_overs_given ON hand_overs (giver, at);
