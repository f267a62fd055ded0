-- Officers, what they work on, and a record of everything they do. Same rules as 0001: TEXT, BIGINT, BYTEA and
-- DOUBLE PRECISION only, times as RFC 3339 text in UTC with six decimals.

INSERT INTO counter (name, value) VALUES ('account', 0);
INSERT INTO counter (name, value) VALUES ('saved_filter', 0);
INSERT INTO counter (name, value) VALUES ('case_change', 0);

-- The audit trail: a chain in which every record's hash covers the hash before it. `trail` holds a running 16-bit
-- check after every byte, so that a changed byte is found, not only its record.
CREATE TABLE audit (
    sequence BIGINT PRIMARY KEY NOT NULL,
    recorded TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    origin TEXT NOT NULL,
    request TEXT NOT NULL,
    trail BYTEA NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_object ON audit (object_kind, object, sequence);
CREATE INDEX audit_actor ON audit (actor, sequence);
CREATE INDEX audit_action ON audit (action, sequence);

-- How many audit records there are and the hash of the last: a record cut off the end is missed. One row.
CREATE TABLE audit_head (
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO audit_head (sequence, hash) VALUES (0, '');

CREATE TABLE account (
    login TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    password_hash TEXT,
    subject TEXT,
    preferences_json TEXT NOT NULL,
    created TEXT NOT NULL,
    last_seen TEXT,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_subject ON account (subject);

-- `token_hash` is the SHA-256 of the token, in hexadecimal: who reads this table can sign in as nobody.
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY NOT NULL,
    login TEXT NOT NULL,
    origin TEXT NOT NULL,
    opened TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    expires TEXT NOT NULL
);
CREATE INDEX session_login ON session (login);
CREATE INDEX session_expires ON session (expires);

-- Sign-ins that failed, kept for a day.
CREATE TABLE sign_in_attempt (
    login TEXT NOT NULL,
    address TEXT NOT NULL,
    attempted TEXT NOT NULL
);
CREATE INDEX sign_in_attempt_login ON sign_in_attempt (login, attempted);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt (address, attempted);
CREATE INDEX sign_in_attempt_attempted ON sign_in_attempt (attempted);

-- Keys by which machines send and read. `scopes` are words with a blank between.
CREATE TABLE api_key (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    sender TEXT NOT NULL,
    scopes TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    created TEXT NOT NULL,
    created_by TEXT NOT NULL,
    expires TEXT,
    last_used TEXT,
    revoked TEXT
);
CREATE UNIQUE INDEX api_key_secret ON api_key (secret_hash);

-- Who works on which consignment.
CREATE TABLE consignment_lock (
    consignment_id TEXT PRIMARY KEY NOT NULL,
    login TEXT NOT NULL,
    taken TEXT NOT NULL,
    expires TEXT NOT NULL
);
CREATE INDEX consignment_lock_login ON consignment_lock (login);

-- How often what people do changed a consignment, and when last in the order of all changes.
CREATE TABLE case_state (
    consignment_id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX case_state_changed ON case_state (changed);

CREATE TABLE saved_filter (
    id BIGINT PRIMARY KEY NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    sort TEXT NOT NULL,
    shared BIGINT NOT NULL,
    created TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX saved_filter_name ON saved_filter (login, name);

-- `entered` is when the row was written, which an officer may follow with a withdrawal; NULL before this version.
ALTER TABLE outcome ADD COLUMN recorded_by TEXT NOT NULL DEFAULT '';
ALTER TABLE outcome ADD COLUMN entered TEXT;
ALTER TABLE outcome ADD COLUMN withdrawn TEXT;

-- A request that is sent twice records its outcome once.
CREATE TABLE outcome_once (
    scope TEXT NOT NULL,
    request_key TEXT NOT NULL,
    outcome_id BIGINT NOT NULL,
    recorded TEXT NOT NULL,
    PRIMARY KEY (scope, request_key)
);
CREATE INDEX outcome_once_recorded ON outcome_once (recorded);

-- Answers given to requests with a key, kept for a day; without `status` the request is under way.
CREATE TABLE idempotency (
    scope TEXT NOT NULL,
    request_key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status BIGINT,
    answer BYTEA,
    recorded TEXT NOT NULL,
    PRIMARY KEY (scope, request_key)
);
CREATE INDEX idempotency_recorded ON idempotency (recorded);

-- Who sent a file, and by whom it was brought in.
ALTER TABLE ingested_file ADD COLUMN sender TEXT;
ALTER TABLE ingested_file ADD COLUMN recorded_by TEXT NOT NULL DEFAULT '';
CREATE INDEX ingested_file_sender ON ingested_file (sender, number);

-- `code` is that of the first error; rows of version 1 get it when the program opens the database.
ALTER TABLE quarantine ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN resolver TEXT;
ALTER TABLE quarantine ADD COLUMN resolved TEXT;
ALTER TABLE quarantine ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX quarantine_code ON quarantine (code, state, id);
