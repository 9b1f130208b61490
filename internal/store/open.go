package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed migrations
var migrations embed.FS

// memory is the path of a database that is no file.
const memory = ":memory:"

// readers is how many reads of a file may run at once.
const readers = 4

// busyTimeout is how many milliseconds a connection waits for another process.
const busyTimeout = "busy_timeout(5000)"

func openMemory(ctx context.Context) (*Store, error) {
	db, err := sql.Open("sqlite", "file::memory:?"+writePragmas().Encode())
	if err != nil {
		return nil, fmt.Errorf("store: open a database in memory: %w", err)
	}
	// Every connection would be a database of its own, so there is one, for ever.
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	db.SetConnMaxIdleTime(0)
	db.SetConnMaxLifetime(0)
	s := &Store{write: db, read: db}
	if err := s.prepare(ctx); err != nil {
		s.Close()
		return nil, fmt.Errorf("store: open a database in memory: %w", err)
	}
	return s, nil
}

func openFile(ctx context.Context, path string, options []Option) (*Store, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store: open %s: %w", path, err)
	}
	if err := makeFile(full); err != nil {
		return nil, sentence(path, err)
	}
	if err := inspect(ctx, full); err != nil {
		return nil, sentence(path, err)
	}
	s := &Store{}
	for _, set := range options {
		set(s)
	}
	if s.write, err = sql.Open("sqlite", location(full, writePragmas())); err != nil {
		return nil, sentence(path, err)
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open("sqlite", location(full, readPragmas())); err != nil {
		s.write.Close()
		return nil, sentence(path, err)
	}
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers)
	if err := s.prepare(ctx); err != nil {
		s.Close()
		return nil, sentence(path, err)
	}
	return s, nil
}

func writePragmas() url.Values {
	return url.Values{
		"_txlock": {"immediate"},
		"_pragma": {busyTimeout, "journal_mode(wal)", "synchronous(full)", "foreign_keys(on)"},
	}
}

func readPragmas() url.Values {
	return url.Values{"mode": {"ro"}, "_pragma": {busyTimeout, "query_only(on)"}}
}

// location is the URI of a file; SQLite would read '?', '#' and '%' of a bare
// path as something else.
func location(full string, options url.Values) string {
	name := filepath.ToSlash(full)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name
	}
	u := url.URL{Scheme: "file", Path: name, RawQuery: options.Encode()}
	return u.String()
}

// makeFile makes the folder and an empty file, readable by the user only. A file
// that exists is not opened here: closing it would drop the locks that this
// process may hold on it.
func makeFile(full string) error {
	switch info, err := os.Stat(full); {
	case err == nil && info.IsDir():
		return errors.New("it is a folder, not a file")
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(full, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil // somebody else made it just now
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// newerError says that a file has a schema that this program does not know.
type newerError struct {
	have, known int64
}

func (e *newerError) Error() string { return "written by a newer sitrep" }

// errForeign says that a file is a database, but of some other program.
var errForeign = errors.New("a database of another program")

// inspect looks at a file without changing it, and refuses one that is not ours
// or is of a newer schema.
func inspect(ctx context.Context, full string) error {
	db, err := sql.Open("sqlite", location(full, readPragmas()))
	if err != nil {
		return err
	}
	defer db.Close()
	var tables, versions int64
	err = db.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(name = $1), 0) FROM sqlite_master WHERE type = 'table'`,
		goose.DefaultTablename).Scan(&tables, &versions)
	if err != nil || tables == 0 {
		return err
	}
	if versions == 0 {
		return errForeign
	}
	var have int64
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM `+goose.DefaultTablename).Scan(&have)
	if err != nil {
		return err
	}
	plan, err := newest()
	if err != nil {
		return err
	}
	if have > plan {
		return &newerError{have: have, known: plan}
	}
	return nil
}

// newest returns the schema version that this program knows.
func newest() (int64, error) {
	files, err := migrations.ReadDir("migrations/sqlite")
	if err != nil {
		return 0, err
	}
	var version int64
	for _, file := range files {
		number, err := goose.NumericComponent(file.Name())
		if err != nil {
			return 0, fmt.Errorf("migration %s: %w", file.Name(), err)
		}
		version = max(version, number)
	}
	return version, nil
}

// prepare proves that the database can be written, brings the schema up to date,
// and rebuilds the index when it was made by other code.
func (s *Store) prepare(ctx context.Context) error {
	tx, err := s.write.BeginTx(ctx, nil) // takes the write lock, or fails
	if err != nil {
		return err
	}
	if err := tx.Rollback(); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	return s.reindex(ctx)
}

// migrate applies what is missing. Two programs that open a new file together
// both try; the one that comes second fails, looks again, and finds it done.
func (s *Store) migrate(ctx context.Context) error {
	folder, err := fs.Sub(migrations, "migrations/sqlite")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.write, folder)
	if err != nil {
		return err
	}
	const tries = 5
	for try := range tries {
		if _, err = provider.Up(ctx); err == nil || ctx.Err() != nil {
			return err
		}
		time.Sleep(50 * time.Millisecond << try)
	}
	return err
}

// code returns SQLite's primary result code of err, or 0.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// sentence says to the user why path cannot be used.
func sentence(path string, err error) error {
	var newer *newerError
	if errors.As(err, &newer) {
		return fmt.Errorf("%s was written by a newer sitrep (schema %d, this one knows %d): install the newer version",
			path, newer.have, newer.known)
	}
	if errors.Is(err, errForeign) {
		return fmt.Errorf("%s is a database of another program, not of sitrep: choose another file", path)
	}
	switch code(err) {
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s is not a database: choose another file", path)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("the database %s is damaged: restore it from a copy: %w", path, err)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("the database %s is locked by another program: end that program, or wait until it is done", path)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("the database %s cannot be written: the file or its folder is read-only", path)
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return fmt.Errorf("the database %s cannot be written: no permission for the file or its folder", path)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("the database %s cannot be written: the disk is full", path)
	}
	var file *fs.PathError
	if errors.As(err, &file) {
		return fmt.Errorf("the database %s cannot be written: %w", path, file.Err)
	}
	return fmt.Errorf("the database %s cannot be used: %w", path, err)
}

// plain puts the refusals that a user can do something about into words, and
// keeps the cause.
func plain(err error) error {
	switch code(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("the database is busy: another program has been writing for too long: %w", err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("the disk is full: %w", err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("the database has become read-only: %w", err)
	}
	return err
}
