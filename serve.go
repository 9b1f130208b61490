package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"sitrep/bot"
	"sitrep/briefings"
	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/ledger"
	"sitrep/internal/llm"
	"sitrep/internal/terminal"
	"sitrep/internal/web"
)

// logger logs to standard error; the detail of failures goes there, never secrets.
// A service in Slack tells what it does; elsewhere only warnings come between the
// lines that somebody reads.
func (p *program) logger(level slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: level}))
}

// newModel returns the configured model, or nil.
func newModel(cfg *config.Config) *llm.Client {
	if !cfg.Model.Configured() {
		return nil
	}
	return llm.New(llm.Options{BaseURL: cfg.Model.BaseURL, Key: cfg.Model.APIKey, Model: cfg.Model.Name, Timeout: cfg.Model.Timeout})
}

// newAnswerer returns the answer engine over the library, with the model to word
// its answers where one is configured.
func newAnswerer(cfg *config.Config, lib *library, log *slog.Logger) *answerer {
	return &answerer{engine: answer.New(lib, answer.Sure(answer.Thresholds(cfg.Answer))), model: newModel(cfg), log: log}
}

// An answerer is the engine with a stop watch and, where configured, a model.
type answerer struct {
	engine *answer.Engine
	model  *llm.Client // nil: none
	log    *slog.Logger
}

// Answer answers and notes how long that took. When the model fails, or its words
// do not pass the gate, the answer stays as the engine made it.
func (t *answerer) Answer(ctx context.Context, q answer.Question) (a answer.Answer, err error) {
	defer func() {
		if r := recover(); r != nil { // a fault of ours over one question must not end the others
			t.log.Error("a question brought the engine down", "question", q.Text, "fault", r, "stack", string(debug.Stack()))
			a, err = answer.Answer{}, errors.New("this question could not be answered: a fault of sitrep's own, which the log tells of")
		}
	}()
	start := time.Now()
	a, err = t.engine.Answer(ctx, q)
	if a.Withheld > 0 {
		t.log.Info("lines withheld by the gate", "count", a.Withheld, "why", a.Why)
	}
	if err == nil && t.model != nil && len(a.Figures) > 0 {
		if b, err := t.word(ctx, q, a); err != nil {
			t.log.Warn("the model's words are not used", "why", err)
		} else {
			a = b
		}
	}
	a.TookMS = float64(time.Since(start).Microseconds()) / 1000
	return a, err
}

// word asks the model to word an answer around its facts.
func (t *answerer) word(ctx context.Context, q answer.Question, a answer.Answer) (answer.Answer, error) {
	var given []llm.Given
	for _, f := range a.Rests() {
		given = append(given, givenOf(f))
	}
	sentences, err := t.model.Word(ctx, q.Text, given)
	if err != nil {
		return a, err
	}
	lines, err := llm.Fill(sentences, given)
	if err != nil {
		return a, err
	}
	var worded []answer.Worded
	for _, l := range lines {
		worded = append(worded, answer.Worded(l))
	}
	return a.Reword(worded)
}

// givenOf is a fact as the model may see it: no address, no text but its words.
func givenOf(f facts.Fact) llm.Given {
	g := llm.Given{ID: f.Report + "#" + f.ID, Source: f.Source.Name, Place: f.Place, Claim: f.Claim}
	if f.Cue != nil {
		g.Cue = f.Cue.Text
	}
	if f.Value != nil {
		g.Value, g.Of = f.Value.Text, strings.TrimSpace(f.Value.Of+" "+f.Value.Doing)
	}
	return g
}

// noRuns is the planner of commands that plan nothing.
type noRuns struct{}

func (noRuns) Plan(context.Context, ledger.Run, []ledger.Delivery) (bool, error) {
	return false, errors.New("this command plans no briefing")
}

func (noRuns) LastRun(context.Context, string) (ledger.Run, bool, error) {
	return ledger.Run{}, false, nil
}

type serveCommand struct{}

func (serveCommand) Run(ctx context.Context, p *program) error {
	if cfg, err := p.settings(); err != nil {
		return err
	} else if !cfg.Slack.Configured() && !terminal.IsTerminal(p.in) {
		return p.answerPipe(ctx)
	}
	cfg, lib, err := p.open(ctx, true)
	if err != nil {
		return err
	}
	defer lib.Close()
	if cfg.Database == "" {
		fmt.Fprintln(p.err, "There is no state folder: what is loaded and posted is kept in memory only. Give --db PATH to keep it.")
	}
	level := slog.LevelWarn
	if cfg.Slack.Configured() {
		level = slog.LevelInfo
	}
	log := p.logger(level)
	s := &service{p: p, cfg: cfg, lib: lib, log: log, answers: newAnswerer(cfg, lib, log)}
	return s.run(ctx)
}

// answerPipe answers questions from standard input, one a line.
func (p *program) answerPipe(ctx context.Context) error {
	cfg, lib, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	t := terminal.New(p.in, p.out, newAnswerer(cfg, lib, p.logger(slog.LevelWarn)), terminal.Options{Style: terminal.StyleOf(p.out, p.getenv), Reports: lib.Reports})
	if err := t.Run(ctx); !errors.Is(err, terminal.ErrUnanswered) {
		return err
	}
	return errReported
}

// A service is sitrep as it runs: the desk that plans, the couriers that post,
// and Slack or the terminal that asks.
type service struct {
	p       *program
	cfg     *config.Config
	lib     *library
	log     *slog.Logger
	answers *answerer
}

func (s *service) run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	desk, err := briefings.New(s.channels(), s.answers, s.lib, s.lib.store, time.Now(), s.log)
	if err != nil {
		return err
	}
	screen := terminal.New(s.p.in, s.p.out, s.answers, terminal.Options{
		Style: terminal.StyleOf(s.p.out, s.p.getenv), Interactive: !s.cfg.Slack.Configured(),
		Reports: s.lib.Reports, Brief: desk.Now, Next: upcoming(desk),
	})
	parts := map[string]func(context.Context) error{
		"briefings":        desk.Run,
		"terminal courier": ledger.NewCourier(s.lib.store, screen, ledger.Options{Terminal: true, Log: s.log}).Run,
	}
	if s.cfg.Slack.Configured() {
		s.addSlack(parts)
	} else {
		parts["terminal"] = screen.Run
	}
	if s.cfg.Listen != "" {
		parts["health check"] = s.health
	}
	return together(ctx, stop, parts)
}

// channels are the briefings with the channels that can be reached: without Slack
// all of them come to the terminal.
func (s *service) channels() []config.Briefing {
	list := slices.Clone(s.cfg.Briefings)
	for i := range list {
		if !s.cfg.Slack.Configured() && list[i].Channel != config.Terminal {
			fmt.Fprintf(s.p.err, "Slack is not configured, so the briefing %s comes to this terminal.\n", list[i].Name)
			list[i].Channel = config.Terminal
		}
	}
	return list
}

// health serves the health check until ctx ends.
func (s *service) health(ctx context.Context) error {
	server := &http.Server{Addr: s.cfg.Listen, ReadHeaderTimeout: 5 * time.Second, Handler: web.Handler(func(ctx context.Context) error {
		_, err := s.lib.store.Count(ctx)
		return err
	})}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() }) // nothing is half served that matters
	defer stop()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// addSlack adds the bot and the courier that posts for it.
func (s *service) addSlack(parts map[string]func(context.Context) error) {
	wake := make(chan struct{}, 1)
	b := bot.New(s.cfg.Slack, s.lib.store, s.answers, s.log, bot.Options{Wake: func() {
		select {
		case wake <- struct{}{}:
		default:
		}
	}})
	courier := ledger.NewCourier(s.lib.store, b, ledger.Options{Log: s.log})
	parts["slack"], parts["slack courier"] = b.Run, courier.Run
	parts["slack wake"] = func(ctx context.Context) error {
		for {
			select {
			case <-ctx.Done():
				return nil
			case <-wake:
				courier.Kick()
			}
		}
	}
}

// together runs parts until the first ends, then stops the others and waits. It
// returns the first error that is not the stop itself.
func together(ctx context.Context, stop context.CancelFunc, parts map[string]func(context.Context) error) error {
	type ended struct {
		name string
		err  error
	}
	ends := make(chan ended, len(parts))
	for name, run := range parts {
		go func() { ends <- ended{name, run(ctx)} }()
	}
	var first error
	for range parts {
		e := <-ends
		stop()
		if e.err != nil && !errors.Is(e.err, context.Canceled) && first == nil {
			first = fmt.Errorf("%s: %w", e.name, e.err)
		}
	}
	return first
}

// upcoming turns the desk's next issues into the terminal's form.
func upcoming(desk *briefings.Desk) func(time.Time) []terminal.Upcoming {
	return func(now time.Time) []terminal.Upcoming {
		var out []terminal.Upcoming
		for _, u := range desk.Next(now) {
			out = append(out, terminal.Upcoming(u))
		}
		return out
	}
}
