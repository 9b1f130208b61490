package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"sitrep/bot"
	"sitrep/briefings"
	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/store"
	"sitrep/internal/terminal"
)

// open loads the settings and opens the library.
func (p *program) open(ctx context.Context, create bool) (*config.Config, *library, error) {
	cfg, err := p.settings()
	if err != nil {
		return nil, nil, err
	}
	lib, err := openLibrary(ctx, cfg.Database, p.flags.DB != "", create, p.indexing())
	if err != nil {
		return nil, nil, err
	}
	return cfg, lib, nil
}

type askCommand struct {
	Question []string `arg:"" optional:"" help:"The question, in plain words."`
	JSON     bool     `help:"Print the answer as one JSON object." name:"json"`
	JSONL    bool     `help:"Read questions from standard input as JSON Lines and print an answer a line." name:"jsonl"`
	AsOf     string   `help:"Answer as of the end of this day (2024-10-25)." placeholder:"DAY"`
	Report   []string `help:"Use only this report; repeatable." placeholder:"ID"`
	Why      bool     `help:"Show how the question was understood, what was looked at, and why the rest was not given."`
	sureness `embed:""`
}

func (c *askCommand) Run(ctx context.Context, p *program) error {
	question := strings.TrimSpace(strings.Join(c.Question, " "))
	if c.JSONL && (question != "" || c.JSON) {
		return fmt.Errorf("%w: --jsonl reads questions from standard input: leave out the question and --json", errUsage)
	}
	if !c.JSONL && question == "" {
		return fmt.Errorf("%w: which question? For example: sitrep ask \"how many troops?\"", errUsage)
	}
	if err := checkDay(c.AsOf); err != nil {
		return err
	}
	cfg, lib, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	if err := c.over(cfg); err != nil {
		return err
	}
	answers := newAnswerer(cfg, lib, p.logger(slog.LevelWarn))
	if c.JSONL {
		return askLines(ctx, p, answers, c.Why)
	}
	a, err := answers.Answer(ctx, answer.Question{Text: question, Reports: c.Report, AsOf: c.AsOf, Why: c.Why})
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(p.out).Encode(a)
	}
	style := terminal.StyleOf(p.out, p.getenv)
	if err := terminal.Print(p.out, a.Message(), style); err != nil || a.Trace == nil {
		return err
	}
	return terminal.PrintWhy(p.out, *a.Trace, style)
}

// checkDay refuses what is no date.
func checkDay(day string) error {
	if day == "" {
		return nil
	}
	if _, err := facts.ParseEDTF(day); err != nil {
		return fmt.Errorf("%w: as of %q is no date: write 2024-10-25", errUsage, day)
	}
	return nil
}

// askLines answers questions from standard input, one a line.
func askLines(ctx context.Context, p *program, answers terminal.Answerer, why bool) error {
	out := bufio.NewWriter(p.out)
	defer out.Flush()
	enc := json.NewEncoder(out)
	return eachLine(p.in, func(line []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		var q answer.Question
		if err := json.Unmarshal(line, &q); err != nil {
			return enc.Encode(map[string]any{"id": idOf(line), "error": "not a question: " + err.Error()})
		}
		if err := checkDay(q.AsOf); err != nil {
			return enc.Encode(map[string]any{"id": q.ID, "error": err.Error()})
		}
		q.Why = why
		a, err := answers.Answer(ctx, q)
		if err != nil {
			return enc.Encode(map[string]any{"id": q.ID, "error": err.Error()})
		}
		return enc.Encode(a)
	})
}

// idOf reads as much of a bad line as gives its id; nil when there is none.
func idOf(line []byte) any {
	var head struct {
		ID any `json:"id"`
	}
	_ = json.Unmarshal(line, &head) // a line without a readable id gets null
	return head.ID
}

// eachLine calls do with every line that is not blank.
func eachLine(r io.Reader, do func(line []byte) error) error {
	br := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := br.ReadBytes('\n')
		if len(strings.TrimSpace(string(line))) > 0 {
			if err := do(line); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

type briefCommand struct {
	Name string `arg:"" optional:"" help:"Name of the briefing (default: the first)."`
}

func (c *briefCommand) Run(ctx context.Context, p *program) error {
	cfg, lib, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	desk, err := briefings.New(cfg.Briefings, newAnswerer(cfg, lib, p.logger(slog.LevelWarn)), lib, noRuns{}, time.Now(), p.logger(slog.LevelWarn))
	if err != nil {
		return err
	}
	m, err := desk.Now(ctx, c.Name, time.Now())
	if err != nil {
		return err
	}
	return terminal.Print(p.out, m, terminal.StyleOf(p.out, p.getenv))
}

type reportsCommand struct{}

func (reportsCommand) Run(ctx context.Context, p *program) error {
	_, lib, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	list, err := lib.Reports(ctx)
	if err != nil {
		return err
	}
	for _, r := range list {
		day := "undated"
		if r.Published != "" {
			day = facts.FormatDay(r.Published)
		}
		fmt.Fprintf(p.out, "%s\t%s\t%s\tread %s\n", r.ID, day, terminal.Clean(r.Title), how(r.Read))
	}
	if embedded, _ := lib.embedded(ctx); embedded {
		fmt.Fprintln(p.err, "This is the embedded first report: load your own with sitrep load FILE.")
	}
	return nil
}

func how(read string) string {
	if read == facts.ReadHand {
		return "by hand"
	}
	return "by " + read
}

type factsCommand struct {
	Report string `arg:"" optional:"" help:"Id of a report (default: all)."`
	JSON   bool   `help:"Print the fact records, one a line." name:"json"`
	YAML   bool   `help:"Print one report with its facts in the form that load takes: to check and mend by hand." name:"yaml"`
}

func (c *factsCommand) Run(ctx context.Context, p *program) error {
	_, lib, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	if c.YAML && (c.Report == "" || c.JSON) {
		return fmt.Errorf("%w: --yaml needs the id of one report, and goes without --json", errUsage)
	}
	ids := []string{c.Report}
	if c.Report == "" {
		list, err := lib.Reports(ctx)
		if err != nil {
			return err
		}
		ids = ids[:0]
		for _, r := range list {
			ids = append(ids, r.ID)
		}
	}
	for _, id := range ids {
		d, err := lib.Document(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			return fmt.Errorf("no report %q is loaded: sitrep reports lists them", id)
		}
		if err != nil {
			return err
		}
		if c.YAML {
			return printYAML(p.out, d)
		}
		if err := printFacts(p.out, d, c.JSON); err != nil {
			return err
		}
	}
	return nil
}

// printYAML prints a report with its facts as a person would have written them.
func printYAML(w io.Writer, d facts.Document) error {
	d.Report.Read = facts.ReadHand
	for i := range d.Facts {
		d.Facts[i].Read, d.Facts[i].Firm = facts.ReadHand, true
	}
	data, err := facts.EncodeDocument(d)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

func printFacts(w io.Writer, d facts.Document, asJSON bool) error {
	enc := json.NewEncoder(w)
	for _, f := range d.Facts {
		if asJSON {
			f.Report = d.Report.ID
			if err := enc.Encode(f); err != nil {
				return err
			}
			continue
		}
		value := "-"
		if f.Value != nil {
			value = f.Value.Text
			if !f.Firm {
				value += " (not firm)"
			}
		}
		if _, err := fmt.Fprintf(w, "%s#%s\tsentence %d\t%s\t%s\t%s\t%s\n", d.Report.ID, f.ID, f.Quote.S, f.Factuality,
			terminal.Clean(value), terminal.Clean(f.Source.Name), terminal.Clean(f.Claim)); err != nil {
			return err
		}
	}
	return nil
}

type removeCommand struct {
	Report string `arg:"" help:"Id of the report."`
}

func (c *removeCommand) Run(ctx context.Context, p *program) error {
	_, lib, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	if lib.store == nil {
		return fmt.Errorf("no report %q is loaded", c.Report)
	}
	err = lib.store.RemoveReport(ctx, c.Report)
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("no report %q is loaded: sitrep reports lists them", c.Report)
	}
	if err == nil {
		fmt.Fprintf(p.out, "%s is out of all answers.\n", c.Report)
	}
	return err
}

type nextCommand struct {
	Spec     string `arg:"" help:"Five cron fields, quoted."`
	Timezone string `help:"IANA zone." default:"UTC"`
	From     string `help:"Time to start after, RFC 3339 (default: now)." placeholder:"TIME"`
	N        int    `help:"How many." short:"n" default:"3"`
	JSON     bool   `help:"Print one JSON object a line." name:"json"`
}

func (c *nextCommand) Run(p *program) error {
	from := time.Now()
	if c.From != "" {
		t, err := time.Parse(time.RFC3339, c.From)
		if err != nil {
			return fmt.Errorf("%w: --from %q is no time: write 2026-03-07T00:00:00Z", errUsage, c.From)
		}
		from = t
	}
	slots, err := briefings.NextSlots(c.Spec, c.Timezone, from, c.N)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(p.out)
	for _, s := range slots {
		if c.JSON {
			err = enc.Encode(s)
		} else {
			_, err = fmt.Fprintln(p.out, s.Local.Format("Mon 2006-01-02 15:04 MST"))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type settingsCommand struct{}

func (settingsCommand) Run(p *program) error {
	cfg, err := p.settings()
	if err != nil {
		return err
	}
	return cfg.Print(p.out)
}

type manifestCommand struct{}

func (manifestCommand) Run(p *program) error {
	_, err := io.WriteString(p.out, bot.Manifest())
	return err
}
