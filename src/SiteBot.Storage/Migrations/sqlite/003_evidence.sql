-- additive: yes
-- Photos, scans and produced forms under the hash of the bytes received. at is business time.

CREATE TABLE files (
    hash       TEXT PRIMARY KEY,
    media_type TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    content    BLOB    NOT NULL
) STRICT;

CREATE INDEX files_by_age ON files (at);
