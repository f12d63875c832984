-- additive: yes
-- Photos, scans and produced forms under the hash of the bytes received. at is business time.

CREATE TABLE files (
    hash       text COLLATE "C" PRIMARY KEY,
    media_type text             NOT NULL,
    at         bigint           NOT NULL,
    content    bytea            NOT NULL
);

CREATE INDEX files_by_age ON files (at);
