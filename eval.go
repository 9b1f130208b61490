package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/load"
	"sitrep/internal/store"
	"sitrep/internal/terminal"
)

type evalCommand struct {
	File     string             `arg:"" optional:"" help:"YAML file with questions and what they expect."`
	Example  bool               `help:"Print such a file for the embedded first report, to start from."`
	Curve    bool               `help:"Print what precision and coverage every threshold from 0.30 to 0.95 gives."`
	Min      map[string]float64 `help:"Least score, for the exit status: passed, found, precision or cited, in percent; repeatable. Default: every question passes." placeholder:"KEY=VALUE"`
	JSON     bool               `help:"Print one JSON object: scores and every verdict with its answer." name:"json"`
	JSONL    bool               `help:"Print a verdict a line, then a line with the scores." name:"jsonl"`
	sureness `embed:""`
}

func (c *evalCommand) Run(ctx context.Context, p *program) error {
	if err := c.usage(); err != nil {
		return err
	}
	if c.Example {
		_, err := p.out.Write(facts.SeedQuestions())
		return err
	}
	file, err := readQuestions(c.File)
	if err != nil {
		return err
	}
	cfg, err := p.settings()
	if err != nil {
		return err
	}
	if err := c.over(cfg); err != nil {
		return err
	}
	lib, err := p.shelf(ctx, cfg, file, filepath.Dir(c.File), c.File)
	if err != nil {
		return err
	}
	defer lib.Close()
	loaded, err := lib.Reports(ctx)
	if err != nil {
		return err
	}
	if err := file.checkReports(loaded); err != nil {
		return err
	}
	e := &evaluation{p: p, cfg: cfg, lib: lib, file: file}
	if c.Curve {
		return e.printCurve(ctx, c.JSON)
	}
	verdicts, err := e.verdicts(ctx, cfg.Answer, false)
	if err != nil {
		return err
	}
	if err := c.print(p, verdicts); err != nil {
		return err
	}
	return c.status(p, scoresOf(verdicts))
}

// usage refuses flags that do not go together.
func (c *evalCommand) usage() error {
	switch {
	case c.File == "" && !c.Example:
		return fmt.Errorf("%w: which file? sitrep eval FILE; sitrep eval --example prints one to start from", errUsage)
	case c.File != "" && c.Example:
		return fmt.Errorf("%w: --example prints a file and reads none: leave out %s", errUsage, c.File)
	case c.JSON && c.JSONL:
		return fmt.Errorf("%w: --json and --jsonl are two forms of one thing: give one", errUsage)
	case c.Curve && (len(c.Min) > 0 || c.JSONL):
		return fmt.Errorf("%w: --curve goes without --min and --jsonl", errUsage)
	}
	for key, least := range c.Min {
		if !slices.Contains(scoreNames(), key) {
			return fmt.Errorf("%w: --min %s: the scores are %s", errUsage, key, strings.Join(scoreNames(), ", "))
		}
		if !(least >= 0 && least <= 100) {
			return fmt.Errorf("%w: --min %s=%v: write percent, from 0 to 100", errUsage, key, least)
		}
	}
	return nil
}

// status says whether the scores are high enough, and which are not.
func (c *evalCommand) status(p *program, s scores) error {
	if len(c.Min) == 0 {
		if s.Passed < s.Questions {
			return errReported
		}
		return nil
	}
	low := false
	for _, key := range scoreNames() {
		least, asked := c.Min[key]
		if got := s.percent()[key]; asked && (got == nil || *got < least) {
			low = true
			fmt.Fprintf(p.err, "%s is %s, below %v.\n", key, percentText(got), least)
		}
	}
	if low {
		return errReported
	}
	return nil
}

// shelf opens what the questions are asked of: the reports that their file names, in
// memory, else what the configuration names.
func (p *program) shelf(ctx context.Context, cfg *config.Config, file *questionFile, dir, name string) (*library, error) {
	if len(file.Reports) == 0 {
		return openLibrary(ctx, cfg.Database, p.flags.DB != "", false, p.indexing())
	}
	if p.flags.DB != "" {
		return nil, fmt.Errorf("%w: %s names its own reports: leave out --db", errUsage, name)
	}
	var args []string
	for _, path := range file.Reports {
		if !filepath.IsAbs(path) && path != "" {
			path = filepath.Join(dir, path)
		}
		args = append(args, path)
	}
	paths, err := load.Paths(args)
	if err != nil {
		return nil, fmt.Errorf("the reports of %s: %w", name, err)
	}
	s, err := store.Open(ctx, "")
	if err != nil {
		return nil, err
	}
	l := &loader{ctx: ctx, p: p, store: s}
	for _, path := range paths {
		if sameFile(path, name) { // it may lie in the folder that it names
			continue
		}
		if err := l.path(path, false); err != nil && ctx.Err() == nil {
			l.report(err)
		}
	}
	l.flush()
	switch n, err := s.Count(ctx); {
	case ctx.Err() != nil, err != nil:
		return nil, errors.Join(ctx.Err(), err, s.Close())
	case l.failed > 0:
		return nil, errors.Join(fmt.Errorf("%s: not all of its reports could be loaded, so nothing was asked", name), s.Close())
	case n == 0:
		return nil, errors.Join(fmt.Errorf("%s: the files it names hold no report", name), s.Close())
	}
	return &library{store: s, explicit: true}, nil
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// An evaluation asks the questions of one file.
type evaluation struct {
	p    *program
	cfg  *config.Config
	lib  *library
	file *questionFile
	done int // questions asked, for the progress line
}

// verdicts asks every question with the thresholds; why makes the answers tell how
// they came about.
func (e *evaluation) verdicts(ctx context.Context, limits config.Answer, why bool) ([]verdict, error) {
	cfg := *e.cfg
	cfg.Answer = limits
	answers := newAnswerer(&cfg, e.lib, e.p.logger(slog.LevelWarn))
	var out []verdict
	for _, q := range e.file.Questions {
		a, err := answers.Answer(ctx, answer.Question{ID: q.ID, Text: q.Ask, Reports: q.Reports, AsOf: q.AsOf, Thread: q.Thread, Why: why})
		if err != nil {
			return nil, fmt.Errorf("question %s: %w", q.ID, err)
		}
		out = append(out, judge(q, a))
		e.progress()
	}
	return out, nil
}

// progress shows how far a long evaluation is, on a terminal.
func (e *evaluation) progress() {
	e.done++
	all := len(e.file.Questions)
	if all < 20 || !terminal.IsTerminal(e.p.err) {
		return
	}
	fmt.Fprintf(e.p.err, "\r%d of %d questions asked", e.done, all)
	if e.done == all {
		fmt.Fprint(e.p.err, "\r\x1b[K")
	}
}

// print writes the verdicts in the form that the flags name.
func (c *evalCommand) print(p *program, verdicts []verdict) error {
	s := scoresOf(verdicts)
	enc := json.NewEncoder(p.out)
	switch {
	case c.JSON:
		return enc.Encode(map[string]any{"scores": s.json(), "questions": verdicts})
	case c.JSONL:
		for _, v := range verdicts {
			if err := enc.Encode(v); err != nil {
				return err
			}
		}
		return enc.Encode(map[string]any{"scores": s.json()})
	}
	_, err := io.WriteString(p.out, table(verdicts)+"\n"+s.sentence()+"\n")
	return err
}
