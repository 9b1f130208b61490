package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/store"
)

// A library is what there is to answer from: the store, or the embedded first
// report as long as neither --db nor a report of the user's is there.
type library struct {
	store    *store.Store // nil: there is no database file
	seed     facts.Document
	explicit bool // --db was given
}

// openLibrary opens the database at path. With create false a file that is not
// there is not made: when --db named it that is an error, else the library holds
// the embedded report only.
func openLibrary(ctx context.Context, path string, explicit, create bool, options ...store.Option) (*library, error) {
	seed, err := facts.Seed()
	if err != nil {
		return nil, err
	}
	l := &library{seed: seed, explicit: explicit}
	if !create {
		_, err := os.Stat(path)
		switch missing := path == "" || errors.Is(err, fs.ErrNotExist); {
		case missing && explicit:
			return nil, fmt.Errorf("there is no database %s: sitrep load makes one", path)
		case missing:
			return l, nil
		}
	}
	l.store, err = store.Open(ctx, path, options...)
	return l, err
}

// indexing tells the user why opening a large file of an older version takes long.
func (p *program) indexing() store.Option {
	return store.Indexing(func(done, all int) {
		fmt.Fprintf(p.err, "Indexing the reports again for this version of sitrep: %d of %d.\n", done, all)
	})
}

func (l *library) Close() error {
	if l.store == nil {
		return nil
	}
	return l.store.Close()
}

// embedded says whether the embedded report stands in.
func (l *library) embedded(ctx context.Context) (bool, error) {
	if l.store == nil {
		return true, nil
	}
	if l.explicit {
		return false, nil
	}
	n, err := l.store.Count(ctx)
	return n == 0, err
}

// Find finds candidate documents for the answer engine.
func (l *library) Find(ctx context.Context, s answer.Search) ([]facts.Document, error) {
	embedded, err := l.embedded(ctx)
	if err != nil || !embedded {
		if err != nil {
			return nil, err
		}
		return l.store.Find(ctx, store.Search(s))
	}
	r := l.seed.Report
	if len(s.Reports) > 0 && !slices.Contains(s.Reports, r.ID) || s.AsOf != "" && r.Published[:min(len(r.Published), len(s.AsOf))] > s.AsOf {
		return nil, nil
	}
	return []facts.Document{l.seed}, nil
}

// Reports lists the reports, newest published first, without their texts.
func (l *library) Reports(ctx context.Context) ([]facts.Report, error) {
	if embedded, err := l.embedded(ctx); err != nil || !embedded {
		if err != nil {
			return nil, err
		}
		return l.store.Reports(ctx)
	}
	return []facts.Report{l.seed.Report}, nil
}

// Arrived lists the reports loaded since a time. The embedded one was always there.
func (l *library) Arrived(ctx context.Context, since time.Time) ([]facts.Report, error) {
	if l.store == nil {
		return nil, nil
	}
	return l.store.Arrived(ctx, since)
}

// Document returns one report with its facts, or store.ErrNotFound.
func (l *library) Document(ctx context.Context, id string) (facts.Document, error) {
	embedded, err := l.embedded(ctx)
	if err != nil {
		return facts.Document{}, err
	}
	if !embedded {
		return l.store.Document(ctx, id)
	}
	if id != l.seed.Report.ID {
		return facts.Document{}, store.ErrNotFound
	}
	return l.seed, nil
}
