package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"time"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
	"sitrep/internal/load"
	"sitrep/internal/store"
	"sitrep/internal/terminal"
)

type loadCommand struct {
	Paths []string `arg:"" help:"Files, folders, or - for standard input."`
	JSONL bool     `help:"Every file holds a report a line." name:"jsonl"`
}

// batch is how many reports go into the store in one transaction.
const batch = 200

func (c *loadCommand) Run(ctx context.Context, p *program) error {
	cfg, err := p.settings()
	if err != nil {
		return err
	}
	paths, err := load.Paths(c.Paths)
	if err != nil {
		return err
	}
	if cfg.Database == "" {
		fmt.Fprintln(p.err, "There is no state folder, so these reports are kept in memory only and end with this command: give --db PATH.")
	}
	s, err := store.Open(ctx, cfg.Database, p.indexing())
	if err != nil {
		return err
	}
	defer s.Close()
	l := &loader{ctx: ctx, p: p, store: s}
	for _, path := range paths {
		if err := l.path(path, c.JSONL); err != nil && ctx.Err() == nil {
			l.report(err)
		}
	}
	l.flush()
	if ctx.Err() != nil {
		return fmt.Errorf("interrupted: %d reports are stored, the rest is as it was; run the same command again to go on", l.done)
	}
	if l.done > batch && terminal.IsTerminal(p.err) {
		fmt.Fprintln(p.err)
	}
	fmt.Fprintf(p.out, "%d added, %d revised, %d unchanged, %d failed.\n", l.counts[store.Added], l.counts[store.Revised], l.counts[store.Unchanged], l.failed)
	if l.failed > 0 {
		return errReported
	}
	return nil
}

// A loader reads reports and puts them into the store in batches.
type loader struct {
	ctx    context.Context
	p      *program
	store  *store.Store
	wait   []facts.Report // to be read
	counts map[store.Change]int
	failed int
	done   int // reports through the store
}

func (l *loader) report(err error) {
	l.failed++
	fmt.Fprintln(l.p.err, "sitrep:", err)
}

func (l *loader) path(path string, lines bool) error {
	if err := l.ctx.Err(); err != nil {
		return err
	}
	switch kind := load.Kind(path); {
	case path == "-" && lines:
		return l.lines(l.p.in)
	case path == "-":
		r, err := load.Input("standard input", l.p.in)
		if err != nil {
			return err
		}
		l.add(r)
	case lines || kind == load.KindLines:
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		return l.lines(f)
	case kind == load.KindFacts:
		return l.hand(path)
	case kind == load.KindPage:
		a, err := page(path, l.p.in)
		if err != nil {
			return err
		}
		l.add(a.Report())
	default:
		r, err := load.File(path)
		if err != nil {
			return err
		}
		l.add(r)
	}
	return nil
}

// lines loads one report a line; a bad line is reported and the rest goes on.
func (l *loader) lines(r io.Reader) error {
	return load.Lines(r, func(line load.Line) error {
		if line.Err != nil {
			l.report(line.Err)
			return nil
		}
		l.add(line.Report)
		return l.ctx.Err()
	})
}

// hand loads the hand-written facts of one report. Their text is in the file, or
// the report with that text has been loaded under the same id.
func (l *loader) hand(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	doc, err := facts.DecodeDocument(data, path)
	if err != nil {
		return err
	}
	if doc.Report.Text == "" {
		l.flush()
		loaded, err := l.store.Document(l.ctx, doc.Report.ID)
		if errors.Is(err, store.ErrNotFound) {
			return fmt.Errorf("%s: it holds no text, and no report %q is loaded: load the text first", path, doc.Report.ID)
		}
		if err != nil {
			return err
		}
		doc.Report.Text, doc.Report.Sentences = loaded.Report.Text, loaded.Report.Sentences
	}
	if len(doc.Report.Sentences) == 0 {
		doc.Report.Sentences = extract.Read(doc.Report).Sentences
	}
	if doc, err = facts.Complete(doc, doc.Report.Text); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	doc.Report.Read, doc.Report.Loaded = facts.ReadHand, time.Now().UTC()
	change, err := l.store.SaveReport(l.ctx, doc)
	if err != nil {
		return err
	}
	l.count(change)
	for _, number := range facts.Uncovered(doc.Report, doc.Facts) {
		fmt.Fprintf(l.p.err, "%s: no fact carries %s\n", path, number)
	}
	return nil
}

func (l *loader) count(c store.Change) {
	if l.counts == nil {
		l.counts = map[store.Change]int{}
	}
	l.counts[c]++
}

func (l *loader) add(r facts.Report) {
	l.wait = append(l.wait, r)
	if len(l.wait) == batch {
		l.flush()
	}
}

// flush reads the waiting reports on all cores and saves them in one transaction.
func (l *loader) flush() {
	if len(l.wait) == 0 || l.ctx.Err() != nil {
		return
	}
	docs := readAll(l.wait)
	l.wait = l.wait[:0]
	if err := l.sameAddress(docs); err != nil {
		l.report(err)
		l.failed += len(docs) - 1
		return
	}
	for i := range docs { // arrival is when others can see it, not when it was read
		docs[i].Report.Loaded = time.Now().UTC()
	}
	changes, err := l.store.SaveReports(l.ctx, docs)
	if l.ctx.Err() != nil {
		return // Run says that it was interrupted
	}
	if err != nil {
		l.report(err)
		l.failed += len(docs) - 1
		return
	}
	for _, c := range changes {
		l.count(c)
	}
	l.progress(len(changes))
}

// sameAddress gives a report the id under which its address is known, unless its
// text is the same: another text at one address is a new revision.
func (l *loader) sameAddress(docs []facts.Document) error {
	for i := range docs {
		r := &docs[i].Report
		if r.URL == "" {
			continue
		}
		id, err := l.store.ReportByURL(l.ctx, r.URL)
		if errors.Is(err, store.ErrNotFound) || err == nil && id == r.ID {
			continue
		}
		if err != nil {
			return err
		}
		known, err := l.store.Document(l.ctx, id)
		if err != nil {
			return err
		}
		if known.Report.SHA256 != r.SHA256 {
			r.ID = id
		}
	}
	return nil
}

// progress shows how far a long load is: a line that rewrites itself on a
// terminal, a log line every 2,000 reports elsewhere.
func (l *loader) progress(more int) {
	before := l.done
	l.done += more
	switch {
	case l.done <= batch && more < batch: // a short load needs none
	case terminal.IsTerminal(l.p.err):
		fmt.Fprintf(l.p.err, "\r%d reports loaded", l.done)
	case l.done/2000 > before/2000:
		l.p.logger(slog.LevelInfo).Info("loading", "reports", l.done)
	}
}

// readAll reads reports on all cores; the order stays.
func readAll(reports []facts.Report) []facts.Document {
	docs := make([]facts.Document, len(reports))
	next := make(chan int)
	done := make(chan struct{})
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for i := range next {
				docs[i] = read(reports[i])
			}
			done <- struct{}{}
		}()
	}
	for i := range reports {
		next <- i
	}
	close(next)
	for range runtime.GOMAXPROCS(0) {
		<-done
	}
	return docs
}

// read reads one report by rules.
func read(r facts.Report) facts.Document {
	reading := extract.Read(r)
	r.Sentences, r.Read, r.SHA256 = reading.Sentences, facts.ReadRules, facts.Digest(r.Text)
	return facts.Document{Report: r, Facts: reading.Facts}
}
