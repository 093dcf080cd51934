-- The type of each case, and the state of it that people set it to. Before there were types every case was a general file.
ALTER TABLE cases ADD COLUMN case_type TEXT NOT NULL DEFAULT 'general';
ALTER TABLE cases ADD COLUMN state TEXT;
