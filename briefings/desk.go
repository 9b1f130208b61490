// Package briefings says when a briefing is due, what it says, and hands each
// issue to the ledger once. It is the only user of robfig/cron, for reading the
// five fields and for the minute tick; the times come from a Schedule of its own.
//
// The package stores no key. A slot is the row that the ledger keeps under the
// briefing's name and the scheduled time in UTC (ledger.RunID), so a restart in
// the same minute, or a second process, plans nothing twice.
package briefings

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/ledger"
)

// A Planner keeps the slots that have been planned.
type Planner interface {
	// Plan stores a run and its deliveries in one transaction. It reports false,
	// and stores nothing, when the run is there already.
	Plan(ctx context.Context, run ledger.Run, deliveries []ledger.Delivery) (created bool, err error)
	// LastRun returns the run of a subscription that was scheduled last, and
	// whether there is one.
	LastRun(ctx context.Context, subscription string) (ledger.Run, bool, error)
}

// Arrivals knows the loaded reports. Their texts may be left out.
type Arrivals interface {
	// Reports returns every report.
	Reports(ctx context.Context) ([]facts.Report, error)
	// Arrived returns the reports loaded at or after since.
	Arrived(ctx context.Context, since time.Time) ([]facts.Report, error)
}

// How long after its time an issue may still be posted: half the interval to the
// next one, within these.
const (
	longestCatchUp  = 6 * time.Hour
	shortestCatchUp = time.Minute // one tick, or a schedule of every minute could miss its own
)

// settling is how long a report may take from its load time to being seen by
// others. A window between two issues ends this long before the later one is due,
// and the next window begins there, so that no report falls between two issues.
const settling = 2 * time.Second

// A Desk plans the briefings of one configuration. One goroutine may tick; Now and
// Next may be called from any.
type Desk struct {
	items    []*item
	answers  Answerer
	arrivals Arrivals
	planner  Planner
	start    time.Time
	log      *slog.Logger
}

// An item is one configured briefing.
type item struct {
	config.Briefing
	schedule *Schedule
	skipped  time.Time // the first of the slots last reported as skipped
}

// New returns the desk of the briefings listed, whose channels and zones must be
// filled in; an empty zone is UTC. Start is when the service started: a briefing
// that never ran is not caught up on slots more than a minute before it. The error
// names every briefing whose schedule or zone is not good.
func New(list []config.Briefing, answers Answerer, arrivals Arrivals, planner Planner, start time.Time, log *slog.Logger) (*Desk, error) {
	d := &Desk{answers: answers, arrivals: arrivals, planner: planner, start: start, log: log}
	var faults []error
	for _, b := range list {
		zone, err := loadZone(b.Timezone)
		if err != nil {
			faults = append(faults, fmt.Errorf("briefing %s: %w", b.Name, err))
			continue
		}
		schedule, err := ParseSchedule(b.Schedule, zone)
		if err != nil {
			faults = append(faults, fmt.Errorf("briefing %s: %w", b.Name, err))
			continue
		}
		d.items = append(d.items, &item{Briefing: b, schedule: schedule})
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return d, nil
}

// Tick plans the issue of every briefing that is due at now. Of the slots missed
// since the last run only the latest is planned, and only within its catch-up
// window: half the interval to the next slot, at most six hours. A briefing that
// fails, or panics, is tried again at the next tick and does not hold up the
// others; the error joins what failed.
func (d *Desk) Tick(ctx context.Context, now time.Time) error {
	var faults []error
	for _, it := range d.items {
		if err := d.plan(ctx, it, now); err != nil {
			faults = append(faults, fmt.Errorf("briefings: %s: %w", it.Name, err))
		}
	}
	return errors.Join(faults...)
}

// plan turns a panic into an error, which the tick's own loop could not outlive and
// the other briefings should not suffer from.
func (d *Desk) plan(ctx context.Context, it *item, now time.Time) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	last, ran, err := d.planner.LastRun(ctx, it.subscription())
	if err != nil {
		return fmt.Errorf("look up the last run: %w", err)
	}
	after := d.start.Add(-time.Minute)
	if ran {
		after = last.Scheduled
	}
	slot, ok := d.due(it, after, now)
	if !ok {
		return nil
	}
	brief, err := d.brief(ctx, it, slot, last.Scheduled)
	if err != nil {
		return err
	}
	brief.Posted = now
	message, err := Compose(ctx, d.answers, brief)
	if err != nil {
		return err
	}
	return d.hand(ctx, it, slot, message)
}

// subscription names a briefing together with its channel: a sitrep in a terminal
// beside the one in Slack, on the same store, must not take its slot.
func (it *item) subscription() string { return it.Name + "@" + it.Channel }

// hand freezes the message and gives it to the ledger.
func (d *Desk) hand(ctx context.Context, it *item, slot time.Time, m answer.Message) error {
	payload, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("freeze the issue of %s: %w", slot.Format(time.RFC3339), err)
	}
	run := ledger.Run{ID: ledger.RunID(it.subscription(), slot), Subscription: it.subscription(), Scheduled: slot}
	delivery := ledger.Delivery{ID: run.ID, Run: run.ID, Channel: it.Channel, Payload: payload, State: ledger.Pending}
	created, err := d.planner.Plan(ctx, run, []ledger.Delivery{delivery})
	if err != nil {
		return fmt.Errorf("plan the issue of %s: %w", slot.Format(time.RFC3339), err)
	}
	if created {
		d.log.Info("briefing planned", "briefing", it.Name, "scheduled", slot, "run", run.ID)
	}
	return nil
}

// due returns the latest slot after the given time that is not later than now, in
// UTC, and whether it is there and not too old. The slots that are passed over are
// told to the log, once.
func (d *Desk) due(it *item, after, now time.Time) (time.Time, bool) {
	missed := it.schedule.Next(after)
	if missed.IsZero() || missed.After(now) {
		return time.Time{}, false
	}
	if earliest := now.Add(-longestCatchUp - 1); after.Before(earliest) {
		after = earliest
	}
	var slot time.Time
	next := it.schedule.Next(after)
	for !next.IsZero() && !next.After(now) {
		slot, next = next, it.schedule.Next(next)
	}
	window := longestCatchUp
	if !next.IsZero() {
		window = min(window, max(next.Sub(slot)/2, shortestCatchUp))
	}
	ok := !slot.IsZero() && now.Sub(slot) <= window
	if (!ok || missed.Before(slot)) && !missed.Equal(it.skipped) {
		it.skipped = missed
		d.log.Warn("briefing skipped: too late to post it", "briefing", it.Name, "first_missed", missed.UTC(), "now", now.UTC())
	}
	return slot.UTC(), ok
}

// brief collects what the issue of a slot covers: for the first one everything
// that is loaded, for a later one what arrived between the two slots, also when it
// is posted late, so that the windows meet and no report is told twice.
func (d *Desk) brief(ctx context.Context, it *item, slot, since time.Time) (Brief, error) {
	if since.IsZero() {
		return d.baseline(ctx, it, slot)
	}
	b := it.brief(slot)
	b.Since = since
	b.Reports = []string{} // not nil, which would stand for every report
	from, to := since.Add(-settling), slot.Add(-settling)
	arrived, err := d.arrivals.Arrived(ctx, from)
	if err != nil {
		return Brief{}, fmt.Errorf("list the reports since %s: %w", from.Format(time.RFC3339), err)
	}
	for _, r := range arrived {
		if r.Loaded.Before(to) {
			b.Reports = append(b.Reports, r.ID)
		}
	}
	b.Count = len(b.Reports)
	if b.Count == 0 { // then it says how old the newest is
		if arrived, err = d.arrivals.Reports(ctx); err != nil {
			return Brief{}, fmt.Errorf("list the reports: %w", err)
		}
	}
	b.Newest = newest(arrived)
	return b, nil
}

func (d *Desk) baseline(ctx context.Context, it *item, at time.Time) (Brief, error) {
	reports, err := d.arrivals.Reports(ctx)
	if err != nil {
		return Brief{}, fmt.Errorf("list the reports: %w", err)
	}
	b := it.brief(at)
	b.Baseline = true
	b.Count = len(reports)
	b.Newest = newest(reports)
	return b, nil
}

func (it *item) brief(at time.Time) Brief {
	return Brief{
		Name: it.Name, Topic: it.Topic, Questions: it.Questions,
		Scheduled: at, Next: it.schedule.Next(at), Zone: it.schedule.zone,
	}
}

// newest returns the report published last; one without an ID when there is none.
func newest(reports []facts.Report) facts.Report {
	if len(reports) == 0 {
		return facts.Report{}
	}
	return slices.MaxFunc(reports, func(a, b facts.Report) int { return cmp.Compare(a.Published, b.Published) })
}

// Now composes a briefing as it would read at now, over everything loaded, and
// stores nothing. An empty name is the first briefing. The error is a sentence
// when there is no briefing of that name.
func (d *Desk) Now(ctx context.Context, name string, now time.Time) (answer.Message, error) {
	it, err := d.find(name)
	if err != nil {
		return answer.Message{}, err
	}
	brief, err := d.baseline(ctx, it, now)
	if err != nil {
		return answer.Message{}, fmt.Errorf("briefings: %s: %w", it.Name, err)
	}
	return Compose(ctx, d.answers, brief)
}

func (d *Desk) find(name string) (*item, error) {
	if len(d.items) == 0 {
		return nil, errors.New("no briefing is configured")
	}
	if name == "" {
		return d.items[0], nil
	}
	var names []string
	for _, it := range d.items {
		if it.Name == name {
			return it, nil
		}
		names = append(names, it.Name)
	}
	return nil, fmt.Errorf("there is no briefing %q; there is %s", name, strings.Join(names, ", "))
}

// An Upcoming is the next issue of one briefing.
type Upcoming struct {
	Name    string
	Channel string
	At      time.Time // in the briefing's zone
}

// Next returns the next issue of every briefing after now, the soonest first.
func (d *Desk) Next(now time.Time) []Upcoming {
	var list []Upcoming
	for _, it := range d.items {
		if at := it.schedule.Next(now); !at.IsZero() {
			list = append(list, Upcoming{Name: it.Name, Channel: it.Channel, At: at})
		}
	}
	slices.SortStableFunc(list, func(a, b Upcoming) int { return a.At.Compare(b.At) })
	return list
}
