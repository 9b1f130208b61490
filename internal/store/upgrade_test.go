package store

import (
	"database/sql"
	"encoding/json"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"sitrep/internal/facts"
)

// firstVersion makes a file as the first version of the schema had it, with one report.
func firstVersion(t *testing.T, path string, d facts.Document) {
	t.Helper()
	db, err := sql.Open("sqlite", location(path, writePragmas()))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	folder, err := fs.Sub(migrations, "migrations/sqlite")
	if err != nil {
		t.Fatal(err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.UpTo(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	r := d.Report
	sentences, err := json.Marshal(r.Sentences)
	if err != nil {
		t.Fatal(err)
	}
	carried, err := json.Marshal(d.Facts)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`
		INSERT INTO report (id, revision, status, day, title, url, publisher, byline, published, published_basis,
			sha256, reading, loaded, body, sentences, facts)
		VALUES ($1, 1, 'current', $2, $3, '', '', '', $2, '', $4, 'rules', 1700000000000, $5, $6, $7)`,
		r.ID, r.Published, r.Title, r.SHA256, r.Text, string(sentences), string(carried)); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{
		`INSERT INTO report_stems (rowid, stems) VALUES (1, 'two ship left port')`,
		`INSERT INTO stem (stem, reports) VALUES ('ship', 1)`,
		`INSERT INTO setting (name, value) VALUES ('analysis', '1')`,
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenUpgradesFirstVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sitrep.db")
	firstVersion(t, path, report("a", "2024-10-23", "Two ships left port."))
	for range 2 { // the second time there is nothing left to do
		s := open(t, path)
		docs, err := s.Find(t.Context(), Search{Terms: []string{"ships"}, Limit: 5})
		if err != nil || len(docs) != 1 || docs[0].Report.ID != "a" || len(docs[0].Facts) != 1 {
			t.Fatalf("found %v, %v; want the old file's report and its figure", docs, err)
		}
		var version string
		if err := s.read.QueryRow(`SELECT value FROM setting WHERE name = 'analysis'`).Scan(&version); err != nil || version != analysis {
			t.Errorf("index of version %q, %v; want %q", version, err, analysis)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestIndexingIsToldOfLargeFiles(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "sitrep.db"))
	const reports = 2*toldEvery + 1
	if _, err := s.write.Exec(`
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
		INSERT INTO report (id, revision, status, day, title, url, publisher, byline, published, published_basis,
			sha256, reading, loaded, body, sentences, facts)
		SELECT i, 1, 'current', '', '', '', '', '', '', '', '', 'rules', 0, 'Rain.', '[]', '[]' FROM n`, reports); err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec(`UPDATE setting SET value = 'old'`); err != nil {
		t.Fatal(err)
	}
	var told [][2]int
	Indexing(func(done, all int) { told = append(told, [2]int{done, all}) })(s)
	if err := s.reindex(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := [][2]int{{0, reports}, {toldEvery, reports}, {2 * toldEvery, reports}}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Error(diff)
	}
}
