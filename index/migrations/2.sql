-- Format 1 kept a vector for each passage; from 2 on passages and statements share those of equal text.
BEGIN IMMEDIATE;

ALTER TABLE embeddings RENAME TO passage_embeddings;

CREATE TABLE embeddings (
    key INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    vector BLOB NOT NULL
) STRICT;

INSERT OR IGNORE INTO embeddings (hash, vector)
    SELECT text_hash(p.text), e.vector
    FROM passages p JOIN passage_embeddings e ON e.passage = p.key ORDER BY p.key;

ALTER TABLE passages ADD COLUMN embedding INTEGER REFERENCES embeddings;
ALTER TABLE statements ADD COLUMN embedding INTEGER REFERENCES embeddings;
UPDATE passages SET embedding = (SELECT key FROM embeddings WHERE hash = text_hash(passages.text));
DROP TABLE passage_embeddings;

CREATE INDEX passages_by_embedding ON passages (embedding);
CREATE INDEX statements_by_embedding ON statements (embedding);

UPDATE meta SET value = '2' WHERE name = 'format';
COMMIT;
