-- Every word of letters that the index ever had, to find those that are spelt nearly like one that was typed. Numbers only grow: what is kept in memory
-- catches up from the last one it knows. A word that no case holds any more finds nothing.
CREATE TABLE vocabulary (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO vocabulary (word) SELECT term FROM case_terms WHERE length(term) BETWEEN 4 AND 64 AND term NOT GLOB '*[^a-z]*';
