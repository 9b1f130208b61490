package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A Search says which documents may hold the answer to a question.
type Search struct {
	Terms   []string // a word of the question each, and behind it other words for the same; empty: the newest reports
	Reports []string // only these ids; empty: every report
	AsOf    string   // EDTF; published on or before its last day, or undated; empty: no limit
	Limit   int      // most documents to return; 0: 50
	Whole   bool     // hand over no document in part
}

const defaultLimit = 50

// A candidate is a current report that a search may use.
type candidate struct {
	seq                int64
	day, published, id string
}

func newestFirst(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(b.published, a.published), cmp.Compare(a.id, b.id))
}

// Find returns the documents that may hold the answer, newest published first
// (undated last), then by id. When there are no more than Limit that the search
// allows, they all come, whole. Otherwise those come in which the rarest terms
// stand, most and rarest first, each as a facts.Part: the sentences that hold terms
// or stand beside such, or whole if the search says so; without terms, or when no report has any of them, the newest,
// whole. It ranks no facts, and reports that the search does not allow
// change nothing. An empty result is not an error.
func (s *Store) Find(ctx context.Context, q Search) ([]facts.Document, error) {
	docs, err := s.find(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("store: find %q: %w", strings.Join(q.Terms, " "), plain(err))
	}
	return docs, nil
}

func (s *Store) find(ctx context.Context, q Search) ([]facts.Document, error) {
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	only, err := newFilter(q)
	if err != nil {
		return nil, err
	}
	tx, err := s.read.BeginTx(ctx, nil) // one state of the file, whoever loads meanwhile
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	f := &finding{tx: tx, q: q, only: only}
	list, err := f.candidates(ctx, q.Limit+1)
	if err != nil {
		return nil, err
	}
	if len(list) <= q.Limit {
		return f.documents(ctx, list)
	}
	found, err := f.matching(ctx)
	if err != nil || len(found) > 0 {
		return found, err
	}
	return f.documents(ctx, list[:q.Limit])
}

// A finding is one search under way.
type finding struct {
	tx   *sql.Tx
	q    Search
	only filter
}

// matching returns what terms find, as parts.
func (f *finding) matching(ctx context.Context) ([]facts.Document, error) {
	var terms [][]string
	for _, t := range f.q.Terms[:min(len(f.q.Terms), maxTerms)] {
		terms = append(terms, stems(t))
	}
	if len(terms) == 0 {
		return nil, nil
	}
	known, rows, err := f.look(ctx, terms)
	if err != nil {
		return nil, err
	}
	c := newChooser(known, rows)
	best, err := f.heads(ctx, c.reports(f.q.Limit))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(best, func(a, b headed) int { return cmp.Or(cmp.Compare(b.score, a.score), newestFirst(a.key(), b.key())) })
	best = best[:min(len(best), f.q.Limit)]
	slices.SortFunc(best, func(a, b headed) int { return newestFirst(a.key(), b.key()) })
	if f.q.Whole {
		list := make([]candidate, len(best))
		for i, b := range best {
			list[i].seq = b.seq
		}
		return f.documents(ctx, list)
	}
	return f.parts(ctx, c, best)
}

// A filter is what a search allows, as SQL over report.
type filter struct {
	where string
	args  []any
}

func newFilter(q Search) (filter, error) {
	f := filter{where: `status = 'current'`}
	if q.AsOf != "" {
		f.args = append(f.args, lastDay(q.AsOf))
		f.where += fmt.Sprintf(` AND day <= $%d`, len(f.args))
	}
	if len(q.Reports) > 0 {
		ids, err := json.Marshal(q.Reports)
		if err != nil {
			return filter{}, err
		}
		f.args = append(f.args, string(ids))
		f.where += fmt.Sprintf(` AND id IN (SELECT value FROM json_each($%d))`, len(f.args))
	}
	return f, nil
}

// candidates returns the newest reports that the filter allows.
func (f *finding) candidates(ctx context.Context, limit int) ([]candidate, error) {
	args := append(slices.Clone(f.only.args), limit)
	rows, err := f.tx.QueryContext(ctx, `SELECT seq, day, published, id FROM report WHERE `+f.only.where+
		fmt.Sprintf(` ORDER BY day DESC, published DESC, id LIMIT $%d`, len(args)), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []candidate
	for rows.Next() {
		var c candidate
		if err := rows.Scan(&c.seq, &c.day, &c.published, &c.id); err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, rows.Err()
}

// documents loads the documents of a list, in its order.
func (f *finding) documents(ctx context.Context, list []candidate) ([]facts.Document, error) {
	docs := make([]facts.Document, 0, len(list))
	stmt, err := f.tx.PrepareContext(ctx, `SELECT `+documentColumns+` FROM report WHERE seq = $1`)
	if err != nil {
		return nil, err
	}
	defer stmt.Close()
	for _, c := range list {
		d, _, err := scanDocument(stmt.QueryRowContext(ctx, c.seq))
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}
