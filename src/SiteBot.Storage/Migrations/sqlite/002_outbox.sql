-- additive: yes
-- What is to be told to somebody outside the turn, and how people are reached.

-- state: 0 ready, 1 held by a host, 2 resting until another try, 3 sent, 4 given up, 5 overtaken.
-- due_at is business time; not_before, reported_at and every lease are machine time.
CREATE TABLE outbox (
    number      INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    recipient   TEXT    NOT NULL,
    urgency     INTEGER NOT NULL,
    due_at      INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    about       TEXT    NOT NULL,
    data        TEXT    NOT NULL,
    slot        TEXT,
    planned_by  TEXT,
    state       INTEGER NOT NULL DEFAULT 0,
    attempts    INTEGER NOT NULL DEFAULT 0,
    holder      TEXT,
    not_before  INTEGER NOT NULL DEFAULT 0,
    reported_at INTEGER,
    reason      TEXT
) STRICT;

CREATE INDEX outbox_ready    ON outbox (urgency, due_at, number, reported_at) WHERE state = 0;
CREATE INDEX outbox_held     ON outbox (recipient) WHERE state = 1;
CREATE INDEX outbox_resting  ON outbox (recipient, urgency, due_at, number) WHERE state = 2;
CREATE INDEX outbox_waking   ON outbox (not_before) WHERE state = 2;
CREATE INDEX outbox_planned  ON outbox (planned_by) WHERE planned_by IS NOT NULL AND state < 3;
CREATE INDEX outbox_given_up ON outbox (number) WHERE state = 4;
CREATE INDEX outbox_done     ON outbox (reported_at) WHERE state IN (3, 5);

-- A recipient's messages are held by one host at a time: the lease is the recipient's.
CREATE TABLE mailboxes (
    recipient   TEXT PRIMARY KEY,
    holder      TEXT,
    lease_until INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX mailboxes_leased ON mailboxes (lease_until) WHERE lease_until > 0;

-- Keys of messages whose rows were cleared away: known for all time, so that none is sent again.
CREATE TABLE spent_keys (
    key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Where the message of a recipient's slot stands.
CREATE TABLE posted (
    recipient    TEXT NOT NULL,
    slot         TEXT NOT NULL,
    conversation TEXT NOT NULL,
    activity     TEXT NOT NULL,
    PRIMARY KEY (recipient, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE addresses (
    recipient   TEXT PRIMARY KEY,
    reference   TEXT    NOT NULL,
    service_url TEXT    NOT NULL,
    tenant      TEXT    NOT NULL,
    at          INTEGER NOT NULL
) STRICT;

-- The last service address that was vouched for in a tenant; it outlives each person's address.
CREATE TABLE service_urls (
    tenant      TEXT PRIMARY KEY,
    service_url TEXT    NOT NULL,
    at          INTEGER NOT NULL
) STRICT;
