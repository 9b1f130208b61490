package store

import (
	"context"
	"database/sql"
)

// An Option changes how a file is opened.
type Option func(*Store)

// Indexing has told called while the reports of a file that an older version wrote
// are indexed again: at the start, and after every five thousand.
func Indexing(told func(done, all int)) Option {
	return func(s *Store) { s.told = told }
}

// toldEvery is after how many reports progress is told; a file with fewer is done
// before anybody could read it.
const toldEvery = 5000

// progress returns what is to be called after each report.
func (s *Store) progress(ctx context.Context, tx *sql.Tx) (step func(), err error) {
	done, all := 0, 0
	err = tx.QueryRowContext(ctx, `SELECT count(*) FROM report WHERE status = 'current'`).Scan(&all)
	if err != nil || s.told == nil || all < toldEvery {
		return func() {}, err
	}
	s.told(0, all)
	return func() {
		if done++; done%toldEvery == 0 {
			s.told(done, all)
		}
	}, nil
}
