-- +goose Up

-- One row for each revision of a report; the newest one is current.
-- Times are UTC unix milliseconds, 0 when not known.
CREATE TABLE report (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT    NOT NULL,
    revision        INTEGER NOT NULL,
    status          TEXT    NOT NULL, -- current, superseded, withdrawn
    day             TEXT    NOT NULL, -- first day of published, for filters; '' when not known
    title           TEXT    NOT NULL,
    url             TEXT    NOT NULL,
    publisher       TEXT    NOT NULL,
    byline          TEXT    NOT NULL,
    published       TEXT    NOT NULL,
    published_basis TEXT    NOT NULL,
    sha256          TEXT    NOT NULL,
    reading         TEXT    NOT NULL, -- hand, rules, model
    loaded          BIGINT  NOT NULL,
    body            TEXT    NOT NULL,
    sentences       TEXT    NOT NULL, -- JSON
    facts           TEXT    NOT NULL, -- JSON
    UNIQUE (id, revision)
);

CREATE UNIQUE INDEX report_current ON report (id) WHERE status = 'current';
CREATE INDEX report_newest ON report (day DESC, published DESC, id) WHERE status = 'current';
CREATE INDEX report_arrival ON report (loaded, seq) WHERE status = 'current';
CREATE INDEX report_url ON report (url) WHERE status = 'current' AND url <> '';

-- Which stems stand in which current report; rowid is report.seq.
CREATE VIRTUAL TABLE report_stems USING fts5 (
    stems, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- In how many current reports a stem stands.
CREATE TABLE stem (
    stem    TEXT   PRIMARY KEY,
    reports BIGINT NOT NULL
) WITHOUT ROWID;

-- What the file remembers about itself: 'analysis' is the version of the code
-- that cut texts into stems.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- The inbox: what came from Slack.
CREATE TABLE event (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT    NOT NULL UNIQUE,
    team          TEXT    NOT NULL,
    channel       TEXT    NOT NULL,
    ts            TEXT    NOT NULL,
    thread_ts     TEXT    NOT NULL,
    client_msg_id TEXT    NOT NULL,
    sender        TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    direct        INTEGER NOT NULL, -- 0 or 1
    mention       INTEGER NOT NULL, -- 0 or 1
    received      BIGINT  NOT NULL,
    state         TEXT    NOT NULL, -- open, done
    fence         BIGINT  NOT NULL,
    lease         BIGINT  NOT NULL,
    delivery      TEXT    NOT NULL  -- the answer's delivery id; '' when nothing was said
);

CREATE UNIQUE INDEX event_post ON event (team, channel, ts) WHERE ts <> '';
CREATE UNIQUE INDEX event_gesture ON event (channel, client_msg_id) WHERE client_msg_id <> '';
CREATE INDEX event_open ON event (received, seq) WHERE state = 'open';
CREATE INDEX event_thread ON event (team, channel, thread_ts);

-- Slots of briefings, planned once.
CREATE TABLE run (
    id           TEXT   PRIMARY KEY,
    subscription TEXT   NOT NULL,
    scheduled    BIGINT NOT NULL,
    UNIQUE (subscription, scheduled)
);

-- The outbox: what is owed to Slack or to the terminal.
CREATE TABLE delivery (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT    NOT NULL UNIQUE,
    run        TEXT    REFERENCES run (id), -- null for an answer
    channel    TEXT    NOT NULL,
    thread_ts  TEXT    NOT NULL,
    payload    TEXT    NOT NULL,
    state      TEXT    NOT NULL, -- pending, sending, sent, refused, uncertain
    fence      BIGINT  NOT NULL,
    lease      BIGINT  NOT NULL,
    not_before BIGINT  NOT NULL,
    looks      BIGINT  NOT NULL,
    first_try  BIGINT  NOT NULL,
    ts         TEXT    NOT NULL,
    error      TEXT    NOT NULL
);

CREATE INDEX delivery_open ON delivery (not_before, seq) WHERE state IN ('pending', 'sending', 'uncertain');
CREATE INDEX delivery_thread ON delivery (channel, thread_ts);
CREATE INDEX delivery_post ON delivery (channel, ts);

-- +goose Down
DROP TABLE delivery;
DROP TABLE run;
DROP TABLE event;
DROP TABLE setting;
DROP TABLE stem;
DROP TABLE report_stems;
DROP TABLE report;
