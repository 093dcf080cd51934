-- What became of an act is counted from its own rows, and what still waits is found without those of years.
CREATE INDEX hand_overs_by_act ON hand_overs (giver, together, taker, at, state);
CREATE INDEX hand_overs_unanswered ON hand_overs (giver, together, taker) WHERE state = 1;
