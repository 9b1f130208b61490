package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/facts"
)

func open(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// everywhere runs a test on a database in memory and on one in a file.
func everywhere(t *testing.T, test func(t *testing.T, s *Store)) {
	t.Run("memory", func(t *testing.T) { test(t, open(t, "")) })
	t.Run("file", func(t *testing.T) { test(t, open(t, filepath.Join(t.TempDir(), "a b", "sit?rep #1%.db"))) })
}

func TestOpenMakesFolderAndFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "sub dir", "sit?rep #1%.db")
	open(t, path)
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
}

func TestOpenAgainKeepsEverything(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sitrep.db")
	s := open(t, path)
	save(t, s, report("a", "2024-10-23", "Two ships left port."))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	if n, err := s.Count(t.Context()); n != 1 || err != nil {
		t.Errorf("Count = %d, %v", n, err)
	}
}

func TestPragmas(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "sitrep.db"))
	for _, tt := range []struct {
		db   *sql.DB
		name string
		want string
	}{
		{s.write, "journal_mode", "wal"},
		{s.write, "foreign_keys", "1"},
		{s.write, "synchronous", "2"},
		{s.write, "busy_timeout", "5000"},
		{s.read, "busy_timeout", "5000"},
		{s.read, "query_only", "1"},
	} {
		var got string
		if err := tt.db.QueryRow("PRAGMA " + tt.name).Scan(&got); err != nil || got != tt.want {
			t.Errorf("%s = %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
	if _, err := s.read.Exec(`DELETE FROM report`); err == nil {
		t.Error("the read pool can write")
	}
	if n := s.write.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("%d writers", n)
	}
}

// refuse opens path, which must fail with a sentence, and leaves the file as it was.
func refuse(t *testing.T, path, want string) {
	t.Helper()
	before, _ := os.ReadFile(path)
	s, err := Open(t.Context(), path)
	if err == nil {
		s.Close()
		t.Fatalf("%s was opened; want an error", path)
	}
	if got := strings.ReplaceAll(err.Error(), path, "PATH"); got != want {
		t.Errorf("error %q\n want %q", got, want)
	}
	if after, _ := os.ReadFile(path); string(before) != string(after) {
		t.Error("the file was changed")
	}
}

func TestOpenRefusesNewer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sitrep.db")
	s := open(t, path)
	known, err := newest()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES ($1, 1)`, known+6); err != nil {
		t.Fatal(err)
	}
	s.Close()
	refuse(t, path, fmt.Sprintf("PATH was written by a newer sitrep (schema %d, this one knows %d): install the newer version",
		known+6, known))
}

func TestOpenRefusesOtherFiles(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("just a text, and no database\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	refuse(t, text, "PATH is not a database: choose another file")
	refuse(t, folder, "the database PATH cannot be used: it is a folder, not a file")
	refuse(t, filepath.Join(text, "sitrep.db"), "the database PATH cannot be written: not a directory")

	other := filepath.Join(folder, "other.db")
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE bookmarks (url TEXT)`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	refuse(t, other, "PATH is a database of another program, not of sitrep: choose another file")
}

func TestOpenReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sitrep.db")
	open(t, path).Close()
	const want = "the database PATH cannot be written: the file or its folder is read-only"
	if os.Geteuid() != 0 {
		if err := os.Chmod(path, 0o400); err != nil {
			t.Fatal(err)
		}
		refuse(t, path, want)
		return
	}
	// Nothing is read-only to root: have SQLite itself say so.
	db, err := sql.Open("sqlite", location(path, readPragmas()))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.Exec(`INSERT INTO setting (name, value) VALUES ('a', 'b')`)
	if got := strings.ReplaceAll(sentence(path, err).Error(), path, "PATH"); got != want {
		t.Errorf("error %q, want %q", got, want)
	}
}

func TestOpenLocked(t *testing.T) {
	t.Parallel() // it waits for seconds
	path := filepath.Join(t.TempDir(), "sitrep.db")
	open(t, path).Close()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range []string{`PRAGMA locking_mode = exclusive`, `BEGIN EXCLUSIVE`} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	refuse(t, path, "the database PATH is locked by another program: end that program, or wait until it is done")
}

// Several programs may start at once on a file that is not there yet.
func TestOpenTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sitrep.db")
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			s, err := Open(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if _, err := s.SaveReport(t.Context(), report(fmt.Sprint("r", i), "", "Text.")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n, err := open(t, path).Count(t.Context()); n != 6 || err != nil {
		t.Errorf("Count = %d, %v", n, err)
	}
}

// Loading while another Store on the same file reads and writes all the time.
func TestTwoStoresOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sitrep.db")
	load, serve := open(t, path), open(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var all sync.WaitGroup
	all.Go(func() {
		defer cancel()
		for batch := range 10 {
			var docs []facts.Document
			for i := range 50 {
				docs = append(docs, report(fmt.Sprintf("b%d-%d", batch, i), "2024-10-23", fmt.Sprintf("Report %d of %d ships.", i, batch)))
			}
			if _, err := load.SaveReports(t.Context(), docs); err != nil {
				t.Error(err)
			}
		}
	})
	saved := 0
	for i := 0; ctx.Err() == nil; i++ {
		if _, err := serve.SaveReport(t.Context(), report(fmt.Sprint("s", i), "2024-10-24", "Served ships.")); err != nil {
			t.Error(err)
			break
		}
		saved++
		if _, err := serve.Find(t.Context(), Search{Terms: []string{"ships"}, Limit: 5}); err != nil {
			t.Error(err)
			break
		}
	}
	all.Wait()
	if n, err := serve.Count(t.Context()); n != 500+saved || err != nil {
		t.Errorf("Count = %d, %v; want %d", n, err, 500+saved)
	}
}

func TestBusyIsSaidPlainly(t *testing.T) {
	t.Parallel() // it waits for seconds
	path := filepath.Join(t.TempDir(), "sitrep.db")
	s, other := open(t, path), open(t, path)
	tx, err := other.write.Begin()
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	_, err = s.SaveReport(t.Context(), report("a", "", "Text."))
	if err == nil || !strings.Contains(err.Error(), "the database is busy: another program has been writing for too long") {
		t.Errorf("error %v", err)
	}
	if waited := time.Since(start); waited < 4*time.Second {
		t.Errorf("gave up after %s", waited)
	}
	if _, err := s.Reports(t.Context()); err != nil {
		t.Errorf("reading while another writes: %v", err)
	}
	tx.Rollback()
	if _, err := s.SaveReport(t.Context(), report("a", "", "Text.")); err != nil {
		t.Error(err)
	}
}

// A file whose stems were cut by other code is indexed again.
func TestReindex(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sitrep.db")
	s := open(t, path)
	save(t, s, report("a", "2024-10-23", "Two ships left port."), report("b", "2024-10-24", "Nothing happened."))
	save(t, s, report("a", "2024-10-23", "Three ships left port."))
	want := counts(t, s)
	for _, statement := range []string{
		`UPDATE setting SET value = '0' WHERE name = 'analysis'`,
		`DELETE FROM posting`, `DELETE FROM sentence`,
	} {
		if _, err := s.write.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	s = open(t, path)
	if diff := cmp.Diff(want, counts(t, s)); diff != "" {
		t.Error(diff)
	}
	if got := found(t, s, Search{Terms: []string{"ship"}, Limit: 1}); len(got) != 1 || got[0] != "a" {
		t.Errorf("found %q", got)
	}
}

// counts returns in how many current reports each stem stands, as the index says.
func counts(t *testing.T, s *Store) map[string]int {
	t.Helper()
	rows, err := s.read.Query(`SELECT stem, block, places FROM posting ORDER BY stem, block`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	known := &catalogue{}
	all := map[string]int{}
	for rows.Next() {
		var stem string
		var row placesRow
		if err := rows.Scan(&stem, &row.block, &row.data); err != nil {
			t.Fatal(err)
		}
		if stem == "" { // comes first
			known.read(row, func(int64, listed) bool { return true })
			continue
		}
		reports := map[int64]bool{}
		row.eachReport(func(report int64, _ []byte) {
			if _, ok := known.has(report); ok {
				reports[report] = true
			}
		})
		if len(reports) > 0 {
			all[stem] += len(reports)
		}
	}
	if rows.Err() != nil {
		t.Fatal(rows.Err())
	}
	return all
}

func TestClosedStoreFails(t *testing.T) {
	s := open(t, "")
	s.Close()
	if _, err := s.Count(t.Context()); err == nil {
		t.Error("a closed store counts")
	}
	if err := s.RemoveReport(t.Context(), "a"); err == nil || errors.Is(err, ErrNotFound) {
		t.Errorf("remove on a closed store: %v", err)
	}
}
