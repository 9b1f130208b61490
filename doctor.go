package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"sitrep/bot"
	"sitrep/briefings"
	"sitrep/config"
	"sitrep/internal/ledger"
)

type doctorCommand struct{}

// A finding is what the doctor says of one part. Do is what to do about a fault;
// empty when the part is well.
type finding struct {
	part, says, do string
}

func (doctorCommand) Run(ctx context.Context, p *program) error {
	cfg, err := p.settings()
	if err != nil {
		fmt.Fprintf(p.out, "configuration: %v\n", err)
		return errReported
	}
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	findings := []finding{p.checkStore(ctx, cfg), checkZones(cfg), checkSchedules(cfg), p.checkSlack(ctx, cfg), p.checkModel(ctx, cfg)}
	sick := false
	for _, f := range findings {
		fmt.Fprintf(p.out, "%s: %s\n", f.part, f.says)
		if f.do != "" {
			sick = true
			fmt.Fprintf(p.out, "  → %s\n", f.do)
		}
	}
	if sick {
		return errReported
	}
	return nil
}

func (p *program) checkStore(ctx context.Context, cfg *config.Config) finding {
	if cfg.Database == "" {
		return finding{"store", "no state folder, so everything is kept in memory", "give --db PATH or set SITREP_DB"}
	}
	lib, err := openLibrary(ctx, cfg.Database, p.flags.DB != "", false, p.indexing())
	if err != nil {
		return finding{"store", err.Error(), "do what it says, or name another file with --db"}
	}
	defer lib.Close()
	if lib.store == nil {
		return finding{"store", cfg.Database + " is not there yet; the embedded first report answers", ""}
	}
	n, err := lib.store.Count(ctx)
	if err != nil {
		return finding{"store", err.Error(), "look at the file " + cfg.Database}
	}
	says := fmt.Sprintf("%s, %d reports", cfg.Database, n)
	states, err := lib.store.DeliveryCounts(ctx)
	if err != nil {
		return finding{"store", err.Error(), "look at the file " + cfg.Database}
	}
	for _, state := range []string{ledger.Sent, ledger.Pending, ledger.Sending, ledger.Uncertain, ledger.Refused} {
		if states[state] > 0 {
			says += fmt.Sprintf(", %d posts %s", states[state], state)
		}
	}
	return finding{"store", says, ""}
}

func checkZones(cfg *config.Config) finding {
	for _, zone := range []string{cfg.Timezone, "Europe/Berlin", "America/New_York"} {
		if _, err := time.LoadLocation(zone); err != nil {
			return finding{"zones", err.Error(), "set timezone to an IANA name such as Europe/Berlin"}
		}
	}
	return finding{"zones", "zone data is there; dates are shown in " + cfg.Timezone, ""}
}

func checkSchedules(cfg *config.Config) finding {
	says := "no briefing is configured"
	for i, b := range cfg.Briefings {
		slots, err := briefings.NextSlots(b.Schedule, b.Timezone, time.Now(), 1)
		if err != nil || len(slots) == 0 {
			return finding{"schedule", fmt.Sprintf("%s: %v", b.Name, err), "mend the schedule of " + b.Name}
		}
		if i == 0 {
			says = ""
		} else {
			says += "; "
		}
		says += fmt.Sprintf("%s next %s to %s", b.Name, slots[0].Local.Format("Mon 2 Jan 15:04 MST"), b.Channel)
	}
	for _, b := range cfg.Briefings {
		if b.Channel != config.Terminal && !cfg.Slack.Configured() {
			return finding{"schedule", says, "channel " + b.Channel + " is in Slack, which is not configured: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN; until then it comes to the terminal"}
		}
	}
	return finding{"schedule", says, ""}
}

func (p *program) checkSlack(ctx context.Context, cfg *config.Config) finding {
	if !cfg.Slack.Configured() {
		return finding{"slack", "not configured; the terminal is the channel", ""}
	}
	b := bot.New(cfg.Slack, nil, nil, p.logger(slog.LevelWarn), bot.Options{})
	team, user, err := b.CheckAuth(ctx)
	if err != nil {
		return finding{"slack", err.Error(), "make the app from sitrep manifest, install it, and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN"}
	}
	return finding{"slack", "signed in to " + team + " as " + user, ""}
}

func (p *program) checkModel(ctx context.Context, cfg *config.Config) finding {
	client := newModel(cfg)
	if client == nil {
		return finding{"model", "not configured; answers are composed by rules, and nothing leaves this machine", ""}
	}
	err := client.Ping(ctx)
	if err == nil {
		return finding{"model", cfg.Model.Name + " answers; questions and the cited facts are sent to it", ""}
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return finding{"model", "no reply in time", "check OPENAI_BASE_URL"}
	}
	return finding{"model", err.Error(), "check OPENAI_BASE_URL, OPENAI_API_KEY and SITREP_MODEL"}
}
