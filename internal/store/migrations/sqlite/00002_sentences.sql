-- +goose Up

-- Where stems stand, by sentence; the code that writes the blobs is posting.go.
-- A block is a run of report.seq; stem '' lists the current reports of a block.
CREATE TABLE posting (
    stem   TEXT   NOT NULL,
    block  BIGINT NOT NULL,
    places BLOB   NOT NULL,
    PRIMARY KEY (stem, block)
);

-- The sentences of the current reports with the facts that they carry, so that a
-- question reads those alone. id is made of report.seq and the sentence's number;
-- number 0 is the title, and its facts are the countries that the report names.
CREATE TABLE sentence (
    id    INTEGER PRIMARY KEY,
    first BIGINT NOT NULL, -- code points of report.body
    last  BIGINT NOT NULL,
    body  TEXT   NOT NULL,
    facts TEXT   NOT NULL  -- JSON; '' when there are none
);

DROP TABLE report_stems;
DROP TABLE stem;

-- The index above is made when the file is opened.
DELETE FROM setting WHERE name = 'analysis';

-- +goose Down
CREATE VIRTUAL TABLE report_stems USING fts5 (
    stems, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE TABLE stem (
    stem    TEXT   PRIMARY KEY,
    reports BIGINT NOT NULL
) WITHOUT ROWID;
DROP TABLE sentence;
DROP TABLE posting;
DELETE FROM setting WHERE name = 'analysis';
