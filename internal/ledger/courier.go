package ledger

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"
)

// A Poster puts deliveries where people read them. Its errors decide what
// becomes of a delivery: *RetryLater, *RefusedError and *NotSentError are definite;
// any other error from Post means that nobody knows whether it was taken.
// A Poster must be safe for concurrent use and must never repeat a request by itself.
type Poster interface {
	// Post sends d once and returns the ts of the new message.
	Post(ctx context.Context, d Delivery) (ts string, err error)
	// Lookup looks for a message that carries d's ID, posted at or after
	// d.FirstTry. An error means that it could not look.
	Lookup(ctx context.Context, d Delivery) (ts string, found bool, err error)
}

// Rows are the delivery rows as the Courier needs them.
type Rows interface {
	// ClaimDelivery takes the next delivery that something is to be done about,
	// or returns false. One in state Sending is to be posted, one in state
	// Uncertain is to be looked up.
	ClaimDelivery(ctx context.Context, c Claim) (Delivery, bool, error)
	// MarkDelivery writes d's State, NotBefore, Looks, TS and Error and gives the
	// lease back, if d.Fence is still the row's; else it returns ErrLost.
	MarkDelivery(ctx context.Context, d Delivery) error
}

// A Claim says which deliveries a courier takes and for how long.
type Claim struct {
	Terminal bool     // only those for the terminal; else only those for any other channel
	Skip     []string // channels that must rest
	Now      time.Time
	Lease    time.Duration
	Margin   time.Duration // from the end of a dead courier's lease to the first look
}

// Options are a Courier's settings. Each field states its default, which the
// zero value takes.
type Options struct {
	// Terminal makes the courier carry the deliveries of the terminal instead of
	// all others. Default false.
	Terminal bool
	// Lease is how long a claim lasts. Default 30s, and never less than twice
	// HTTPTimeout: a post is not begun with less than one HTTPTimeout left.
	Lease time.Duration
	// HTTPTimeout bounds one call of the Poster. Default 10s.
	HTTPTimeout time.Duration
	// Grace is the wait before the first look after an unknown result, and
	// between the two looks that must find nothing before a delivery is posted
	// again. Default 30s: a message that becomes visible within a minute of its
	// post is never doubled.
	Grace time.Duration
	// Gap is the least time between two posts in one channel. Default 1s, which
	// is Slack's limit; none for the terminal.
	Gap time.Duration
	// Poll is how often the rows are asked when nobody kicks. Default 500ms.
	Poll time.Duration
	// Workers is how many deliveries may be on their way at once, in different
	// channels. Default 4.
	Workers int
	// MaxWait bounds the growing wait after repeated failures. Default 5m.
	MaxWait time.Duration
	// Log takes what went wrong. Default: nothing is logged.
	Log *slog.Logger
}

// A Courier posts what the ledger owes: each delivery once, looking before it
// repeats. Several couriers, in one process or many, may share the rows.
type Courier struct {
	rows   Rows
	poster Poster
	opts   Options
	kick   chan struct{}
	turn   chan struct{} // whose turn it is to claim: one at a time

	mu     sync.Mutex
	held   time.Time            // no post before this: the workspace was told to slow down
	rests  map[string]time.Time // by channel: no post before this
	inside map[string]bool      // channels with a post on its way
}

// NewCourier returns a Courier that moves rows by means of poster.
func NewCourier(rows Rows, poster Poster, opts Options) *Courier {
	opts = opts.withDefaults()
	return &Courier{
		rows: rows, poster: poster, opts: opts,
		kick:   make(chan struct{}, opts.Workers),
		turn:   make(chan struct{}, 1),
		rests:  map[string]time.Time{},
		inside: map[string]bool{},
	}
}

func (o Options) withDefaults() Options {
	set := func(d *time.Duration, value time.Duration) {
		if *d <= 0 {
			*d = value
		}
	}
	set(&o.HTTPTimeout, 10*time.Second)
	set(&o.Lease, 30*time.Second)
	o.Lease = max(o.Lease, 2*o.HTTPTimeout)
	set(&o.Grace, 30*time.Second)
	if !o.Terminal {
		set(&o.Gap, time.Second)
	}
	set(&o.Poll, 500*time.Millisecond)
	set(&o.MaxWait, 5*time.Minute)
	if o.Workers <= 0 {
		o.Workers = 4
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// Kick makes a waiting courier look at the rows at once. It never blocks.
func (c *Courier) Kick() {
	select {
	case c.kick <- struct{}{}:
	default:
	}
}

// Run works until ctx ends, then lets posts that are on their way finish (at most
// HTTPTimeout and the time to mark them) and returns ctx's error.
func (c *Courier) Run(ctx context.Context) error {
	var workers sync.WaitGroup
	for range c.opts.Workers {
		workers.Go(func() { c.work(ctx) })
	}
	workers.Wait()
	return ctx.Err()
}

func (c *Courier) work(ctx context.Context) {
	tick := time.NewTicker(c.opts.Poll)
	defer tick.Stop()
	for ctx.Err() == nil {
		worked, err := c.Step(ctx, time.Now())
		if err != nil && ctx.Err() == nil {
			c.opts.Log.Error("delivery: step failed", "err", err)
		}
		if worked && err == nil {
			continue
		}
		select {
		case <-ctx.Done():
		case <-tick.C:
		case <-c.kick:
		}
	}
}

// Step claims at most one delivery and does what is due about it. It returns
// false when there was nothing to do. An error is one of the rows; what the Poster
// says is written into the row.
func (c *Courier) Step(ctx context.Context, now time.Time) (worked bool, err error) {
	clock := startClock(now)
	d, ok, err := c.claim(ctx, now)
	if err != nil || !ok {
		return false, err
	}
	defer c.rest(d, clock)
	// A post that has begun is seen through even when the program is told to
	// end: a request cut off in the middle would leave its fate unknown.
	ctx = context.WithoutCancel(ctx)
	if d.State == Uncertain {
		d = c.look(ctx, d, clock)
	} else {
		d = c.post(ctx, d, clock)
	}
	return true, c.mark(ctx, d)
}

// claim takes a row and marks its channel as busy. Workers take turns, so that two
// never post into one channel at the same time.
func (c *Courier) claim(ctx context.Context, now time.Time) (Delivery, bool, error) {
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-ctx.Done():
		return Delivery{}, false, ctx.Err()
	}
	skip, held := c.resting(now)
	if held {
		return Delivery{}, false, nil
	}
	d, ok, err := c.rows.ClaimDelivery(ctx, Claim{
		Terminal: c.opts.Terminal,
		Skip:     skip,
		Now:      now,
		Lease:    c.opts.Lease,
		Margin:   c.opts.HTTPTimeout + c.opts.Grace,
	})
	if err == nil && ok {
		c.mu.Lock()
		c.inside[d.Channel] = true
		c.mu.Unlock()
	}
	return d, ok, err
}

// resting lists the channels that must not be posted to now, and forgets those
// that have rested; held is true when nothing at all may be posted.
func (c *Courier) resting(now time.Time) (skip []string, held bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for channel := range c.inside {
		skip = append(skip, channel)
	}
	for channel, until := range c.rests {
		switch {
		case !now.Before(until):
			delete(c.rests, channel)
		case !c.inside[channel]:
			skip = append(skip, channel)
		}
	}
	return skip, now.Before(c.held)
}

func (c *Courier) rest(d Delivery, clock clock) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.inside, d.Channel)
	if c.opts.Gap > 0 {
		c.rests[d.Channel] = clock.now().Add(c.opts.Gap)
	}
}

func (c *Courier) hold(until time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if until.After(c.held) {
		c.held = until
	}
}

// post sends d, unless the lease is nearly over, and returns d as it is now.
func (c *Courier) post(ctx context.Context, d Delivery, clock clock) Delivery {
	if d.Lease.Sub(clock.now()) < c.opts.HTTPTimeout {
		d.State, d.Error = Pending, "not sent: the claim took too long"
		d.NotBefore = clock.now()
		return d
	}
	call, cancel := context.WithTimeout(ctx, c.opts.HTTPTimeout)
	defer cancel()
	ts, err := c.poster.Post(call, d)
	now := clock.now()
	var (
		later   *RetryLater
		refused *RefusedError
		unsent  *NotSentError
	)
	switch {
	case err == nil:
		d.State, d.TS, d.Error = Sent, ts, ""
	case errors.As(err, &later):
		d.State, d.NotBefore = Pending, now.Add(later.wait())
		c.hold(d.NotBefore)
	case errors.As(err, &refused):
		d.State = Refused
	case errors.As(err, &unsent):
		d.State, d.NotBefore = Pending, now.Add(c.backoff(time.Second, d.Fence))
	default:
		d.State, d.Looks, d.NotBefore = Uncertain, 0, now.Add(c.opts.Grace)
	}
	return c.note(d, err)
}

// look asks whether d was taken. Only two looks that found nothing, a grace
// apart, make it pending again; a look that failed says nothing at all.
func (c *Courier) look(ctx context.Context, d Delivery, clock clock) Delivery {
	call, cancel := context.WithTimeout(ctx, c.opts.HTTPTimeout)
	defer cancel()
	ts, found, err := c.poster.Lookup(call, d)
	now := clock.now()
	var later *RetryLater
	switch {
	case errors.As(err, &later):
		d.NotBefore = now.Add(max(later.wait(), c.opts.Grace))
	case err != nil:
		d.NotBefore = now.Add(c.backoff(c.opts.Grace, d.Fence))
	case found:
		d.State, d.TS, d.Error = Sent, ts, ""
	case d.Looks == 0:
		d.Looks, d.NotBefore = 1, now.Add(c.opts.Grace)
	default:
		d.State, d.Looks, d.NotBefore = Pending, 0, now
	}
	return c.note(d, err)
}

// note writes err into the row and the log.
func (c *Courier) note(d Delivery, err error) Delivery {
	if err != nil {
		d.Error = err.Error()
		c.opts.Log.Warn("delivery: not confirmed", "id", d.ID, "channel", d.Channel, "state", d.State, "err", err)
	}
	return d
}

// mark writes the outcome. It tries a few times because a row that stays in
// sending costs a look later; a lost lease is not an error here, since whoever
// has the row now looks before it posts.
func (c *Courier) mark(ctx context.Context, d Delivery) error {
	const tries = 3
	var err error
	for try := range tries {
		err = c.rows.MarkDelivery(ctx, d)
		if err == nil {
			return nil
		}
		if errors.Is(err, ErrLost) {
			c.opts.Log.Warn("delivery: outcome not recorded, another worker has it", "id", d.ID, "state", d.State)
			return nil
		}
		if try < tries-1 {
			time.Sleep(100 * time.Millisecond << try)
		}
	}
	return err
}

// backoff doubles first for every earlier claim, up to MaxWait.
func (c *Courier) backoff(first time.Duration, fence int64) time.Duration {
	wait := first
	for i := int64(1); i < fence && wait < c.opts.MaxWait; i++ {
		wait *= 2
	}
	return min(wait, max(first, c.opts.MaxWait))
}

// A clock continues a given now by the wall time that has passed, so that a
// machine that slept in between knows that its lease is over.
type clock struct {
	start, began time.Time
}

func startClock(now time.Time) clock { return clock{start: now, began: time.Now()} }

func (c clock) now() time.Time {
	end := time.Now()
	passed := end.Sub(c.began)
	if wall := end.Round(0).Sub(c.began.Round(0)); wall > passed {
		passed = wall
	}
	return c.start.Add(passed)
}
