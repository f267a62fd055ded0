-- One text for SQLite and PostgreSQL: only TEXT, BIGINT, BYTEA and DOUBLE PRECISION. Times are RFC 3339 in UTC
-- with six decimals, so that their order as text is their order in time; `_us` columns are microseconds since 1970.

-- What is true of the whole folder: the secret seed of the message keys, and what the program remembers.
CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

-- The last number given of each kind.
CREATE TABLE counter (
    name TEXT PRIMARY KEY NOT NULL,
    value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('file', 0);
INSERT INTO counter (name, value) VALUES ('quarantine', 0);
INSERT INTO counter (name, value) VALUES ('segment', 0);
INSERT INTO counter (name, value) VALUES ('run', 0);
INSERT INTO counter (name, value) VALUES ('outcome', 0);

-- The receipt of each ingested file. read_count = accepted + duplicate + quarantined.
CREATE TABLE ingested_file (
    number BIGINT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    received TEXT NOT NULL,
    content_size BIGINT NOT NULL,
    read_count BIGINT NOT NULL,
    accepted BIGINT NOT NULL,
    duplicate BIGINT NOT NULL,
    quarantined BIGINT NOT NULL,
    conflicts BIGINT NOT NULL
);

-- The catalogue: a history file counts from the moment its row here is committed.
CREATE TABLE segment (
    id BIGINT PRIMARY KEY NOT NULL,
    history_table TEXT NOT NULL,
    path TEXT NOT NULL,
    rows_count BIGINT NOT NULL,
    bytes_count BIGINT NOT NULL,
    conflicts BIGINT NOT NULL,
    received_min_us BIGINT,
    received_max_us BIGINT,
    event_min_us BIGINT,
    event_max_us BIGINT,
    file_min BIGINT,
    file_max BIGINT
);
CREATE UNIQUE INDEX segment_path ON segment (path);
CREATE INDEX segment_table ON segment (history_table, id);

-- Sorted runs of message keys, by which duplicates are known.
CREATE TABLE key_run (
    path TEXT PRIMARY KEY NOT NULL,
    entries BIGINT NOT NULL
);

-- Messages that could not become records. `bytes` is NULL when the message is longer than 1 MiB: read the archive.
CREATE TABLE quarantine (
    id BIGINT PRIMARY KEY NOT NULL,
    file BIGINT NOT NULL,
    span_start BIGINT NOT NULL,
    span_len BIGINT NOT NULL,
    bytes BYTEA,
    bytes_hash TEXT NOT NULL,
    diagnostics TEXT NOT NULL,
    state TEXT NOT NULL,
    resolved_by TEXT NOT NULL
);
CREATE INDEX quarantine_state ON quarantine (state, id);

-- One row an assessment run.
CREATE TABLE assessment_run (
    run BIGINT PRIMARY KEY NOT NULL,
    as_of TEXT NOT NULL,
    assessed BIGINT NOT NULL,
    path TEXT NOT NULL
);

-- Who was put on which day's list. A consignment is selected once.
CREATE TABLE selection (
    consignment_id TEXT PRIMARY KEY NOT NULL,
    run BIGINT NOT NULL,
    day_number BIGINT NOT NULL,
    office TEXT NOT NULL,
    rank_number BIGINT NOT NULL,
    lane TEXT NOT NULL,
    arm TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL
);
CREATE INDEX selection_day ON selection (day_number, office, rank_number);

-- Every finding that was recorded; the latest of a consignment counts.
CREATE TABLE outcome (
    id BIGINT PRIMARY KEY NOT NULL,
    consignment_id TEXT NOT NULL,
    found TEXT,
    value TEXT,
    note TEXT,
    recorded TEXT NOT NULL
);
CREATE INDEX outcome_consignment ON outcome (consignment_id, id);
