-- From format 3 on the parses of passages are kept; those of earlier passages are made when asked for.
BEGIN IMMEDIATE;

CREATE TABLE parses (
    passage INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;

UPDATE meta SET value = '3' WHERE name = 'format';
COMMIT;
