package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// An indexer keeps the stem index in step with the current reports inside one
// transaction. It counts in memory and writes the counts once, with flush.
type indexer struct {
	tx     *sql.Tx
	insert *sql.Stmt
	delta  map[string]int64
	known  stemmer
}

func newIndexer(ctx context.Context, tx *sql.Tx) (*indexer, error) {
	insert, err := tx.PrepareContext(ctx, `INSERT INTO report_stems (rowid, stems) VALUES ($1, $2)`)
	if err != nil {
		return nil, err
	}
	return &indexer{tx: tx, insert: insert, delta: map[string]int64{}, known: stemmer{}}, nil
}

func (x *indexer) close() { x.insert.Close() }

func (x *indexer) add(ctx context.Context, seq int64, r facts.Report) error {
	list := x.known.stems(r.Title + "\n" + r.Text)
	for _, stem := range list {
		x.delta[stem]++
	}
	_, err := x.insert.ExecContext(ctx, seq, strings.Join(list, " "))
	return err
}

func (x *indexer) drop(ctx context.Context, seq int64, r facts.Report) error {
	for _, stem := range x.known.stems(r.Title + "\n" + r.Text) {
		x.delta[stem]--
	}
	_, err := x.tx.ExecContext(ctx, `DELETE FROM report_stems WHERE rowid = $1`, seq)
	return err
}

// flush writes in how many more or fewer reports each stem stands.
func (x *indexer) flush(ctx context.Context) error {
	stmt, err := x.tx.PrepareContext(ctx, `
		INSERT INTO stem (stem, reports) VALUES ($1, $2)
		ON CONFLICT (stem) DO UPDATE SET reports = stem.reports + excluded.reports`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	// In order, so that neighbours in the table are written together.
	for _, stem := range slices.Sorted(maps.Keys(x.delta)) {
		if x.delta[stem] == 0 {
			continue
		}
		if _, err := stmt.ExecContext(ctx, stem, x.delta[stem]); err != nil {
			return err
		}
	}
	clear(x.delta)
	return nil
}

// reindex cuts all current reports into stems again when the file's were cut by
// another version of this code, in one transaction.
func (s *Store) reindex(ctx context.Context) error {
	var version string
	err := s.read.QueryRowContext(ctx, `SELECT coalesce(max(value), '') FROM setting WHERE name = 'analysis'`).Scan(&version)
	if err != nil || version == analysis {
		return err
	}
	return s.change(ctx, "index all reports", func(tx *sql.Tx) error {
		for _, statement := range []string{`DELETE FROM report_stems`, `DELETE FROM stem`} {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		index, err := newIndexer(ctx, tx)
		if err != nil {
			return err
		}
		defer index.close()
		if err := indexAll(ctx, tx, index); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO setting (name, value) VALUES ('analysis', $1)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, analysis)
		return err
	})
}

// indexAll goes through the current reports one by one, so that memory holds one
// text and the counts only.
func indexAll(ctx context.Context, tx *sql.Tx, index *indexer) error {
	for after := int64(0); ; {
		var seq int64
		var r facts.Report
		err := tx.QueryRowContext(ctx, `
			SELECT seq, title, body FROM report WHERE status = 'current' AND seq > $1 ORDER BY seq LIMIT 1`, after).
			Scan(&seq, &r.Title, &r.Text)
		if err == sql.ErrNoRows {
			return index.flush(ctx)
		}
		if err != nil {
			return err
		}
		if err := index.add(ctx, seq, r); err != nil {
			return err
		}
		after = seq
	}
}
