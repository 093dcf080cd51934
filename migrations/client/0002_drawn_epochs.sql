-- Keys drawn for the next epoch of a space, kept before anybody hears of them; made_for is the head of the register that they were drawn on.
CREATE TABLE drawn_epochs (
    space BLOB PRIMARY KEY,
    keys BLOB NOT NULL,
    link BLOB NOT NULL,
    made_for BLOB NOT NULL
) STRICT, WITHOUT ROWID;
