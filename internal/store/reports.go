package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"time"

	"sitrep/internal/facts"
)

// A Change says what saving a report did.
type Change int

// What saving a report can do.
const (
	Unchanged Change = iota // it was there already; nothing is written
	Added                   // a new report
	Revised                 // the report was there with another text, or with facts read less well
)

func (c Change) String() string {
	switch c {
	case Added:
		return "added"
	case Revised:
		return "revised"
	}
	return "unchanged"
}

// What report.status can say; old rows are kept, marked.
const (
	current    = facts.StatusCurrent
	superseded = facts.StatusSuperseded
	withdrawn  = facts.StatusWithdrawn
)

// reportColumns are those of facts.Report but for the text and the sentences.
const reportColumns = `id, title, url, publisher, byline, published, published_basis, sha256, reading, loaded`

// SaveReport stores one report with its facts, in one transaction; see SaveReports.
func (s *Store) SaveReport(ctx context.Context, d facts.Document) (Change, error) {
	changes, err := s.SaveReports(ctx, []facts.Document{d})
	if err != nil {
		return Unchanged, err
	}
	return changes[0], nil
}

// SaveReports stores reports in the order given, all in one transaction, and says
// what became of each. A few hundred at a time keep other writers' waits short.
//
// The same id with the same text changes nothing, but that facts written by hand
// replace others. The same id with another text is a new revision; the old one
// stays in the file and is no longer found. A report that was removed is added
// again. The same text under another id is another report. An empty id, and a
// SHA256 that is given and is not the text's, are errors, and then nothing is saved.
// Report.Loaded is kept as given; without it the report never shows in Arrived.
func (s *Store) SaveReports(ctx context.Context, docs []facts.Document) ([]Change, error) {
	changes := make([]Change, len(docs))
	start := time.Now()
	err := s.change(ctx, "save reports", func(tx *sql.Tx) error {
		index, err := newIndexer(ctx, tx)
		if err != nil {
			return err
		}
		defer index.close()
		for i, d := range docs {
			if changes[i], err = saveReport(ctx, tx, index, d); err != nil {
				return fmt.Errorf("%q: %w", d.Report.ID, err)
			}
		}
		return index.flush(ctx)
	})
	if err != nil {
		return nil, err
	}
	if len(docs) > 1 {
		s.giveWay(ctx, time.Since(start))
	}
	return changes, nil
}

// giveWay pauses after a batch that took so long. Other processes wait for the
// write lock by asking now and then, at least every 100 ms; a loader that takes
// it again at once would keep them out until they give up.
func (s *Store) giveWay(ctx context.Context, took time.Duration) {
	if s.read == s.write {
		return // in memory there are no others
	}
	select {
	case <-time.After(min(took/4, 100*time.Millisecond)):
	case <-ctx.Done():
	}
}

func saveReport(ctx context.Context, tx *sql.Tx, index *indexer, d facts.Document) (Change, error) {
	if d.Report.ID == "" {
		return Unchanged, errors.New("the report has no id")
	}
	sum := sha256.Sum256([]byte(d.Report.Text))
	hash := hex.EncodeToString(sum[:])
	if d.Report.SHA256 != "" && d.Report.SHA256 != hash {
		return Unchanged, errors.New("the report's sha256 is not that of its text")
	}
	d.Report.SHA256 = hash
	old, seq, err := currentReport(ctx, tx, d.Report.ID)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return Unchanged, err
	}
	change := Added
	if err == nil {
		if adds, err := addsTo(old, d); err != nil || !adds {
			return Unchanged, err
		}
		if err := retire(ctx, tx, index, seq, superseded); err != nil {
			return Unchanged, err
		}
		change = Revised
	}
	return change, insertReport(ctx, tx, index, d)
}

// addsTo reports whether d says anything that old, of the same id, does not:
// another text, or facts from a person's hand. Rules never replace a person.
func addsTo(old, d facts.Document) (bool, error) {
	if old.Report.SHA256 != d.Report.SHA256 {
		return true, nil
	}
	if d.Report.Read != facts.ReadHand {
		return false, nil
	}
	if old.Report.Read != facts.ReadHand {
		return true, nil
	}
	same, err := sameAsStored(old, d)
	return !same, err
}

// sameAsStored compares by way of JSON, which is how old came back: an empty and
// a missing list, for one, are the same there. When it was loaded does not count.
func sameAsStored(old, d facts.Document) (bool, error) {
	old.Report.Loaded, d.Report.Loaded = time.Time{}, time.Time{}
	text, err := json.Marshal(d)
	if err != nil {
		return false, err
	}
	var again facts.Document
	if err := json.Unmarshal(text, &again); err != nil {
		return false, err
	}
	for _, doc := range []*facts.Document{&old, &again} {
		doc.Facts = append([]facts.Fact{}, doc.Facts...)
		doc.Report.Sentences = append([]facts.Sentence{}, doc.Report.Sentences...)
	}
	return reflect.DeepEqual(old, again), nil
}

func insertReport(ctx context.Context, tx *sql.Tx, index *indexer, d facts.Document) error {
	sentences, err := json.Marshal(d.Report.Sentences)
	if err != nil {
		return err
	}
	read, err := json.Marshal(d.Facts)
	if err != nil {
		return err
	}
	r := d.Report
	var seq int64
	err = tx.QueryRowContext(ctx, `
		INSERT INTO report (`+reportColumns+`, revision, status, day, body, sentences, facts)
		SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
			coalesce(max(revision), 0) + 1, $11, $12, $13, $14, $15
		FROM report WHERE id = $1
		RETURNING seq`,
		r.ID, r.Title, r.URL, r.Publisher, r.Byline, r.Published, r.PublishedBasis, r.SHA256, r.Read, millis(r.Loaded),
		current, firstDay(r.Published), r.Text, string(sentences), string(read)).Scan(&seq)
	if err != nil {
		return err
	}
	return index.add(ctx, seq, d)
}

// retire marks a current row as no longer used and takes it out of the index.
func retire(ctx context.Context, tx *sql.Tx, index *indexer, seq int64, status string) error {
	if _, err := tx.ExecContext(ctx, `UPDATE report SET status = $1 WHERE seq = $2`, status, seq); err != nil {
		return err
	}
	return index.drop(ctx, seq)
}

// RemoveReport takes a report out of all answers; its rows stay in the file,
// marked withdrawn. It returns ErrNotFound when there is none.
func (s *Store) RemoveReport(ctx context.Context, id string) error {
	return s.change(ctx, fmt.Sprintf("remove report %q", id), func(tx *sql.Tx) error {
		_, seq, err := currentReport(ctx, tx, id)
		if err != nil {
			return err
		}
		index, err := newIndexer(ctx, tx)
		if err != nil {
			return err
		}
		defer index.close()
		if err := retire(ctx, tx, index, seq, withdrawn); err != nil {
			return err
		}
		return index.flush(ctx)
	})
}

// Document returns the newest revision of a report, whole, or ErrNotFound.
func (s *Store) Document(ctx context.Context, id string) (facts.Document, error) {
	d, _, err := currentReport(ctx, s.read, id)
	if err != nil {
		return facts.Document{}, fmt.Errorf("store: report %q: %w", id, err)
	}
	return d, nil
}

// Reports returns every report, newest published first and undated ones last,
// without text and sentences.
func (s *Store) Reports(ctx context.Context) ([]facts.Report, error) {
	return s.list(ctx, `WHERE status = 'current' ORDER BY day DESC, published DESC, id`)
}

// Arrived returns the reports that were loaded, or revised, at or after since, in
// order of arrival, without text and sentences.
func (s *Store) Arrived(ctx context.Context, since time.Time) ([]facts.Report, error) {
	return s.list(ctx, `WHERE status = 'current' AND loaded >= $1 AND loaded <> 0 ORDER BY loaded, seq`, millis(since))
}

// Count returns how many reports there are.
func (s *Store) Count(ctx context.Context) (int, error) {
	var n int
	err := s.read.QueryRowContext(ctx, `SELECT count(*) FROM report WHERE status = 'current'`).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("store: count reports: %w", plain(err))
	}
	return n, nil
}

// ReportByURL returns the id of the newest report that has this address, or
// ErrNotFound. A page that is loaded again keeps its report's id this way.
func (s *Store) ReportByURL(ctx context.Context, url string) (string, error) {
	var id string
	err := s.read.QueryRowContext(ctx,
		`SELECT id FROM report WHERE status = 'current' AND url <> '' AND url = $1 ORDER BY seq DESC LIMIT 1`, url).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("store: report of %s: %w", url, ErrNotFound)
	}
	if err != nil {
		return "", fmt.Errorf("store: report of %s: %w", url, plain(err))
	}
	return id, nil
}

func (s *Store) list(ctx context.Context, rest string, args ...any) ([]facts.Report, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT `+reportColumns+` FROM report `+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("store: list reports: %w", plain(err))
	}
	defer rows.Close()
	list := []facts.Report{}
	for rows.Next() {
		var r facts.Report
		var loaded int64
		if err := rows.Scan(reportFields(&r, &loaded)...); err != nil {
			return nil, fmt.Errorf("store: list reports: %w", err)
		}
		r.Loaded = fromMillis(loaded)
		list = append(list, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("store: list reports: %w", plain(err))
	}
	return list, nil
}

func reportFields(r *facts.Report, loaded *int64) []any {
	return []any{&r.ID, &r.Title, &r.URL, &r.Publisher, &r.Byline, &r.Published, &r.PublishedBasis, &r.SHA256, &r.Read, loaded}
}

// A querier is a transaction or a pool.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// documentColumns are what scanDocument reads.
const documentColumns = reportColumns + `, body, sentences, facts, seq`

func currentReport(ctx context.Context, q querier, id string) (facts.Document, int64, error) {
	d, seq, err := scanDocument(q.QueryRowContext(ctx,
		`SELECT `+documentColumns+` FROM report WHERE id = $1 AND status = 'current'`, id))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	return d, seq, err
}

func scanDocument(row interface{ Scan(...any) error }) (facts.Document, int64, error) {
	var (
		d               facts.Document
		loaded, seq     int64
		sentences, read []byte
	)
	err := row.Scan(append(reportFields(&d.Report, &loaded), &d.Report.Text, &sentences, &read, &seq)...)
	if err != nil {
		return facts.Document{}, 0, err
	}
	d.Report.Loaded = fromMillis(loaded)
	if err := json.Unmarshal(sentences, &d.Report.Sentences); err != nil {
		return facts.Document{}, 0, fmt.Errorf("stored sentences of %q: %w", d.Report.ID, err)
	}
	if err := json.Unmarshal(read, &d.Facts); err != nil {
		return facts.Document{}, 0, fmt.Errorf("stored facts of %q: %w", d.Report.ID, err)
	}
	return d, seq, nil
}
