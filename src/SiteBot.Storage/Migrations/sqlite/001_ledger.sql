-- additive: yes
-- What is true: streams of facts, and what goes into the same transaction with them.
-- Times are whole microseconds since 1970-01-01 UTC; names of columns are the same in both databases.

CREATE TABLE streams (
    number  INTEGER PRIMARY KEY,
    name    TEXT    NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    hash    BLOB    NOT NULL
) STRICT;

CREATE TABLE facts (
    stream       INTEGER NOT NULL,
    sequence     INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    kind_version INTEGER NOT NULL,
    happened_at  INTEGER NOT NULL,
    told_at      INTEGER NOT NULL,
    told_by      TEXT,
    data         TEXT    NOT NULL,
    hash         BLOB    NOT NULL,
    PRIMARY KEY (stream, sequence)
) STRICT, WITHOUT ROWID;

-- Names, phones and free text. Blanking empties salt and value; the digest stays, since the fact's hash covers it.
CREATE TABLE private_values (
    stream   INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    digest   BLOB    NOT NULL,
    salt     BLOB,
    value    BLOB,
    PRIMARY KEY (stream, sequence, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
    stream  INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    shape   INTEGER NOT NULL,
    state   TEXT    NOT NULL
) STRICT;

CREATE TABLE labels (
    label  TEXT    NOT NULL,
    stream INTEGER NOT NULL,
    PRIMARY KEY (label, stream)
) STRICT, WITHOUT ROWID;

CREATE INDEX labels_of_stream ON labels (stream);

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id     TEXT    NOT NULL UNIQUE,
    stream TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    record TEXT    NOT NULL
) STRICT;

CREATE INDEX decisions_of_stream ON decisions (stream, number);

-- Procedures, standards, policies and directories under the hash of their content.
CREATE TABLE texts (
    hash    TEXT PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE dialogs (
    conversation TEXT PRIMARY KEY,
    version      INTEGER NOT NULL,
    state        TEXT
) STRICT;

-- Handled activities with what they led to. kept_at is machine time.
CREATE TABLE turns (
    number   INTEGER PRIMARY KEY,
    activity TEXT    NOT NULL UNIQUE,
    answer   TEXT    NOT NULL,
    kept_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
