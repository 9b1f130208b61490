// Package store keeps reports, what was read from them, and the ledger's rows in
// one SQLite file. Its Go surface promises nothing that only SQLite can do: every
// change is one explicit transaction, times are UTC unix milliseconds (0 when not
// known), flags are 0 or 1, lists are JSON texts, and a second dialect is another
// folder of migrations. The index is ours: rows of bytes that any database keeps.
//
// The tables, and what keys them:
//
//	report        every revision of every report with its text, sentences and
//	              facts; seq in order of arrival, unique (id, revision), and at
//	              most one current row for an id. Old rows stay, marked
//	              superseded or withdrawn
//	posting       where stems stand, by sentence; (stem, block of report.seq), and
//	              with the empty stem which reports of the block are current
//	sentence      sentences of the current reports with the facts they carry, as a
//	              search hands them over; report.seq and the sentence's number
//	setting       what the file remembers about itself; name
//	event         the inbox; event id, and unique (team, channel, ts) and
//	              (channel, client_msg_id) where given
//	run           planned slots of briefings; run id, unique (subscription, scheduled)
//	delivery      the outbox; delivery id (a run's id and part, or "ev-" + event id)
//
// goose keeps its own table, goose_db_version, with the schema's version.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrNotFound says that there is no such report, or no longer.
var ErrNotFound = errors.New("store: no such report")

// A Store is one open database. It is safe for concurrent use, and other
// processes may have the same file open.
type Store struct {
	write *sql.DB // one connection: SQLite has one writer, and waiting for it in Go is fair
	read  *sql.DB // many connections that cannot write; the same pool as write in memory
	told  func(done, all int)
}

// Open opens the database file at path, making its folder and the file where they
// are missing, and brings its schema up to date. An empty path or ":memory:" is a
// database that ends with the Store. The error is a sentence for the user that
// names the file: it cannot be written, it is locked, it is no database of ours,
// or it was written by a newer sitrep; the file is then as it was.
func Open(ctx context.Context, path string, options ...Option) (*Store, error) {
	if path == "" || path == memory {
		return openMemory(ctx)
	}
	return openFile(ctx, path, options)
}

// Close ends all use of the database.
func (s *Store) Close() error {
	err := s.write.Close()
	if s.read != s.write {
		err = errors.Join(s.read.Close(), err)
	}
	return err
}

// change runs do in one transaction that holds the write lock from its start, so
// that nothing it has read can change before it writes.
func (s *Store) change(ctx context.Context, what string, do func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("store: %s: %w", what, plain(err))
	}
	defer tx.Rollback() // does nothing after Commit
	if err := do(tx); err != nil {
		return fmt.Errorf("store: %s: %w", what, plain(err))
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("store: %s: %w", what, plain(err))
	}
	return nil
}

// millis is how a time is stored; the zero time is 0.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// fromMillis undoes millis.
func fromMillis(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

// flag is how a bool is stored.
func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
