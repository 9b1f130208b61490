package briefings

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/robfig/cron/v3"
)

// everyMinute is the tick. Zones and clock changes are no matter of it: each tick
// asks the schedules what is due.
const everyMinute = "* * * * *"

// Run ticks at once, for what was missed, and then at every full minute until ctx
// is done; it returns after the last tick has ended. While one tick still runs the
// next ones are left out. What fails is logged and tried again.
func (d *Desk) Run(ctx context.Context) error {
	logger := cronLogger{d.log}
	c := cron.New(cron.WithLocation(time.UTC), cron.WithLogger(logger), cron.WithChain(cron.SkipIfStillRunning(logger)))
	tick := func() {
		if err := d.Tick(ctx, time.Now()); err != nil && ctx.Err() == nil {
			d.log.Error("a briefing could not be planned", "error", err)
		}
	}
	id, err := c.AddFunc(everyMinute, tick)
	if err != nil {
		return fmt.Errorf("briefings: add the minute tick: %w", err)
	}
	// Through the same chain, so that it cannot run beside the first full minute.
	c.Entry(id).WrappedJob.Run()
	c.Start()
	<-ctx.Done()
	<-c.Stop().Done()
	return nil
}

// A cronLogger hands the library's messages on. It tells of every wake-up, which
// is of interest only to whoever debugs it.
type cronLogger struct{ log *slog.Logger }

func (l cronLogger) Info(msg string, keysAndValues ...any) {
	l.log.Debug("cron: "+msg, keysAndValues...)
}

func (l cronLogger) Error(err error, msg string, keysAndValues ...any) {
	l.log.Error("cron: "+msg, append([]any{"error", err}, keysAndValues...)...)
}
