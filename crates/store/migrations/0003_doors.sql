-- Doors by which messages come in. Same rules as 0001: TEXT, BIGINT, BYTEA and DOUBLE PRECISION only, times as RFC 3339
-- text in UTC with six decimals.

-- Subscriptions at carriers, whose notifications come to a callback. The secrets are sealed with a key that is not in
-- the database. `carrier_id` is what the carrier calls the subscription.
CREATE TABLE subscription (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    sender TEXT NOT NULL,
    carrier_id TEXT,
    secret BYTEA NOT NULL,
    previous_secret BYTEA,
    previous_until TEXT,
    created TEXT NOT NULL,
    created_by TEXT NOT NULL,
    rotated TEXT
);

-- What was refused before it became a file, counted by sender, day (UTC) and reason.
CREATE TABLE sender_refusal (
    sender TEXT NOT NULL,
    day TEXT NOT NULL,
    reason TEXT NOT NULL,
    refused BIGINT NOT NULL,
    PRIMARY KEY (sender, day, reason)
);
