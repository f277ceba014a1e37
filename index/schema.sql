-- The store of one index. Keys are never used twice (AUTOINCREMENT): a search structure that
-- knows which keys came and went since it was made is level with the store again.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- One row for each transaction that changed the articles. The token tells this history from
-- that of a copy that took another turn at the same number.
CREATE TABLE generations (
    number INTEGER PRIMARY KEY,
    token TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    outlet TEXT,
    url TEXT,
    author TEXT,
    published TEXT,
    language TEXT NOT NULL,
    metadata TEXT NOT NULL
) STRICT;

CREATE INDEX articles_by_date ON articles (published);
CREATE INDEX articles_by_outlet ON articles (outlet);

-- L2-normalised, little-endian float16; `hash` is that of the text, which passages and statements share.
CREATE TABLE embeddings (
    key INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    vector BLOB NOT NULL
) STRICT;

CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    generation INTEGER NOT NULL REFERENCES generations,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    embedding INTEGER REFERENCES embeddings
) STRICT;

CREATE INDEX passages_by_article ON passages (article, position);
CREATE INDEX passages_by_generation ON passages (generation);
CREATE INDEX passages_by_embedding ON passages (embedding);

-- How a passage with statements was parsed, as corpus/parse.py packs it.
CREATE TABLE parses (
    passage INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE removed_passages (
    key INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL REFERENCES generations
) STRICT;

CREATE INDEX removed_passages_by_generation ON removed_passages (generation);

CREATE TABLE statements (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    source_name TEXT NOT NULL,
    source_kind TEXT NOT NULL,
    source_role TEXT,
    source_organisation TEXT,
    source_aliases TEXT NOT NULL,
    content TEXT NOT NULL,
    form TEXT NOT NULL,
    stance TEXT NOT NULL,
    spans TEXT NOT NULL,
    cue TEXT NOT NULL,
    via TEXT NOT NULL,
    said_on TEXT,
    said_on_basis TEXT,
    event_on TEXT,
    referents TEXT NOT NULL,
    confidence REAL NOT NULL,
    embedding INTEGER REFERENCES embeddings
) STRICT;

CREATE INDEX statements_by_passage ON statements (passage);
CREATE INDEX statements_by_source ON statements (source_name);
CREATE INDEX statements_by_embedding ON statements (embedding);
