package briefings

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/ledger"
)

// rows is a Planner in memory: one row for each run id.
type rows struct {
	mu         sync.Mutex
	runs       []ledger.Run
	deliveries []ledger.Delivery
	refusals   int // how many calls of Plan fail before one stores anything
	twice      int // how many runs were there already
}

func (r *rows) Plan(_ context.Context, run ledger.Run, deliveries []ledger.Delivery) (bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.refusals > 0 {
		r.refusals--
		return false, errors.New("disk full")
	}
	if slices.ContainsFunc(r.runs, func(old ledger.Run) bool { return old.ID == run.ID }) {
		r.twice++
		return false, nil
	}
	r.runs = append(r.runs, run)
	r.deliveries = append(r.deliveries, deliveries...)
	return true, nil
}

func (r *rows) LastRun(_ context.Context, subscription string) (last ledger.Run, ok bool, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, run := range r.runs {
		if run.Subscription == subscription && run.Scheduled.After(last.Scheduled) {
			last, ok = run, true
		}
	}
	return last, ok, nil
}

// slots lists what was planned, as "name time".
func (r *rows) slots() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var list []string
	for _, run := range r.runs {
		list = append(list, run.Subscription+" "+run.Scheduled.Format("2006-01-02T15:04Z07:00"))
	}
	return list
}

// message returns what the i-th delivery says.
func (r *rows) message(t *testing.T, i int) answer.Message {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	var m answer.Message
	if err := json.Unmarshal(r.deliveries[i].Payload, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// shelf is an Arrivals in memory.
type shelf []facts.Report

func (s *shelf) Reports(context.Context) ([]facts.Report, error) { return slices.Clone(*s), nil }

func (s *shelf) Arrived(_ context.Context, since time.Time) ([]facts.Report, error) {
	var list []facts.Report
	for _, r := range *s {
		if !r.Loaded.Before(since) {
			list = append(list, r)
		}
	}
	return list, nil
}

// onShelf holds the embedded report, which has no load time.
func onShelf() *shelf { return &shelf{first} }

// confirms answers what is confirmed, by whatever reports it may use.
func confirms() *canned {
	return &canned{answers: map[string]answer.Answer{AskConfirmed: say(answer.Gives, []string{"R1 1"}, "It is so [1].")}}
}

func daily(spec, zone string) config.Briefing {
	return config.Briefing{Name: "daily", Channel: "C1", Schedule: spec, Timezone: zone}
}

// desk returns a desk that was started at a time, and what it logs.
func desk(t *testing.T, start time.Time, r *rows, a Answerer, list ...config.Briefing) (*Desk, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	d, err := New(list, a, onShelf(), r, start, slog.New(slog.NewTextHandler(&out, nil)))
	if err != nil {
		t.Fatal(err)
	}
	return d, &out
}

func at(text string) time.Time {
	t, err := time.Parse("2006-01-02T15:04:05", text)
	if err != nil {
		panic(err)
	}
	return t
}

// run runs a desk from now on for a while, and waits for its end.
func run(t *testing.T, d *Desk, while time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), while)
	defer cancel()
	if err := d.Run(ctx); err != nil {
		t.Error(err)
	}
}

// answerFunc is an Answerer that is one function.
type answerFunc func(q answer.Question) (answer.Answer, error)

func (f answerFunc) Answer(_ context.Context, q answer.Question) (answer.Answer, error) { return f(q) }
