package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A Search says which documents may hold the answer to a question.
type Search struct {
	Terms   []string // words of the question; empty: the newest reports
	Reports []string // only these ids; empty: every report
	AsOf    string   // EDTF; published on or before its last day, or undated; empty: no limit
	Limit   int      // most documents to return; 0: 50
}

const (
	defaultLimit = 50
	// postings is the document-frequency cap: how many places in the index one
	// search looks at, rarest terms first.
	postings = 3000
)

// A candidate is a current report that a search may use.
type candidate struct {
	seq                int64
	day, published, id string
	weight             float64 // of the terms that stand in it
}

func newestFirst(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(b.published, a.published), cmp.Compare(a.id, b.id))
}

// Find returns the documents that may hold the answer, whole, newest published
// first (undated last), then by id. When there are no more than Limit that the
// search allows, they all come. Otherwise those come in which the rarest terms
// stand, most and rarest first; without terms, or when no report has any of them,
// the newest. It ranks no facts. An empty result is not an error.
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
	list, err := s.candidates(ctx, only, "", q.Limit+1)
	if err != nil {
		return nil, err
	}
	if len(list) > q.Limit {
		found, err := s.matching(ctx, only, q)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			list = found
		}
		list = list[:min(len(list), q.Limit)]
	}
	slices.SortFunc(list, newestFirst)
	return s.documents(ctx, list)
}

// matching returns candidates by terms, best first: the rarest terms while the cap
// lasts, and the next ones as well, newest reports only, while there are fewer
// candidates than asked for.
func (s *Store) matching(ctx context.Context, only filter, q Search) ([]candidate, error) {
	terms, err := s.rarestFirst(ctx, stems(strings.Join(q.Terms, "\n")))
	if err != nil {
		return nil, err
	}
	total, err := s.Count(ctx)
	if err != nil {
		return nil, err
	}
	found := map[int64]candidate{}
	var walked int64
	for _, term := range terms {
		if walked > 0 && walked+term.reports > postings && len(found) >= q.Limit {
			break
		}
		list, err := s.candidates(ctx, only, term.stem, postings)
		if err != nil {
			return nil, err
		}
		walked += term.reports
		for _, c := range list {
			c.weight = found[c.seq].weight + math.Log1p(float64(total)/float64(term.reports))
			found[c.seq] = c
		}
	}
	list := make([]candidate, 0, len(found))
	for _, c := range found {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), newestFirst(a, b))
	})
	return list, nil
}

// A term is a stem and in how many current reports it stands.
type term struct {
	stem    string
	reports int64
}

// rarestFirst returns those of the stems that stand in any report.
func (s *Store) rarestFirst(ctx context.Context, list []string) ([]term, error) {
	encoded, err := json.Marshal(list)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx,
		`SELECT stem, reports FROM stem WHERE reports > 0 AND stem IN (SELECT value FROM json_each($1))`, string(encoded))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var terms []term
	for rows.Next() {
		var t term
		if err := rows.Scan(&t.stem, &t.reports); err != nil {
			return nil, err
		}
		terms = append(terms, t)
	}
	slices.SortFunc(terms, func(a, b term) int {
		return cmp.Or(cmp.Compare(a.reports, b.reports), cmp.Compare(a.stem, b.stem))
	})
	return terms, rows.Err()
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

// candidates returns the newest reports that the filter allows and in which the
// stem stands; an empty stem stands everywhere. This is the one place that knows
// how the stem index is asked.
func (s *Store) candidates(ctx context.Context, only filter, stem string, limit int) ([]candidate, error) {
	where, args := only.where, slices.Clone(only.args)
	if stem != "" {
		args = append(args, `"`+stem+`"`)
		where += fmt.Sprintf(` AND seq IN (SELECT rowid FROM report_stems WHERE report_stems MATCH $%d)`, len(args))
	}
	args = append(args, limit)
	rows, err := s.read.QueryContext(ctx, `SELECT seq, day, published, id FROM report WHERE `+where+
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
func (s *Store) documents(ctx context.Context, list []candidate) ([]facts.Document, error) {
	docs := make([]facts.Document, 0, len(list))
	stmt, err := s.read.PrepareContext(ctx, `SELECT `+documentColumns+` FROM report WHERE seq = $1`)
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
