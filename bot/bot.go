// Package bot is Slack, in and out: Socket Mode events become rows of the inbox,
// rows become questions, answers become deliveries, and deliveries become posts.
// It is the only importer of slack-go.
//
// Nothing is lost between the steps and nothing is done twice: an event is stored
// before it is acked, an answer is stored before it is posted, and a post carries
// the delivery's id so that it can be looked up again. The package stores no key
// of its own; the keys are those of internal/ledger.
package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	stdlog "log"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/ledger"
)

// An Inbox keeps what came from Slack until it is answered.
type Inbox interface {
	// SaveEvent stores an event; fresh is false when its event id, or another event
	// for the same post, is already there.
	SaveEvent(ctx context.Context, ev ledger.Event) (fresh bool, err error)
	// ClaimEvent leases the oldest open event; ok is false when there is none.
	ClaimEvent(ctx context.Context, now time.Time, lease time.Duration) (ev ledger.Event, ok bool, err error)
	// FinishEvent closes an event and, in the same transaction, enters the delivery
	// that answers it; nil when nothing is to be said.
	FinishEvent(ctx context.Context, ev ledger.Event, d *ledger.Delivery) error
}

// Threads knows the conversations that the bot takes part in.
type Threads interface {
	// ThreadQuestions returns the questions asked in a thread before the post beforeTS, oldest first.
	ThreadQuestions(ctx context.Context, team, channel, rootTS, beforeTS string) ([]string, error)
	// InThread says whether the bot has a part in the thread.
	InThread(ctx context.Context, team, channel, rootTS string) (bool, error)
	// Delivery returns a delivery by its id, or an error when there is none.
	Delivery(ctx context.Context, id string) (ledger.Delivery, error)
}

// A Store is what the bot needs to keep and to know.
type Store interface {
	Inbox
	Threads
}

// An Answerer answers questions.
type Answerer interface {
	Answer(ctx context.Context, q answer.Question) (answer.Answer, error)
}

// Options are the outside world of a Bot. The zero value is right for production.
type Options struct {
	// Now is the clock. Default time.Now.
	Now func() time.Time
	// HTTP makes the Web API calls. Default: a client with a timeout of HTTPTimeout.
	HTTP *http.Client
	// Workers answer questions at the same time. Default 4.
	Workers int
	// PingInterval is how long a connection may be silent before it is made anew.
	// Default 3 minutes: Slack pings far more often, some stand-ins never do.
	PingInterval time.Duration
	// Poll is how often the inbox is looked into without being woken, so that an
	// event whose worker died is answered by another. Default 5 s.
	Poll time.Duration
	// Wake is called when a delivery has been entered, so that whoever posts need
	// not wait for its next look. Default: nothing.
	Wake func()
}

// HTTPTimeout bounds one call of the Web API. The lease of a delivery must be
// longer, because a post is only given up when its call has ended.
const HTTPTimeout = 10 * time.Second

// A Bot is one workspace's connection. Make it with New.
type Bot struct {
	cfg     config.Slack
	store   Store
	answers Answerer
	log     *slog.Logger
	opts    Options
	api     *slack.Client
	wake    chan struct{}
	clicks  chan click

	mu sync.Mutex
	me *identity // nil until Slack has said who we are
}

// identity is who the bot is in its workspace.
type identity struct {
	team, teamID, user, userID, botID string
}

// New returns a Bot for the workspace of cfg. It makes no call yet.
func New(cfg config.Slack, store Store, answers Answerer, log *slog.Logger, opts Options) *Bot {
	opts = opts.withDefaults()
	return &Bot{
		cfg:     cfg,
		store:   store,
		answers: answers,
		log:     log,
		opts:    opts,
		api:     newClient(cfg, opts.HTTP),
		wake:    make(chan struct{}, opts.Workers),
		clicks:  make(chan click, clickQueue),
	}
}

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.HTTP == nil {
		o.HTTP = &http.Client{Timeout: HTTPTimeout}
	}
	if o.Workers <= 0 {
		o.Workers = 4
	}
	if o.PingInterval <= 0 {
		o.PingInterval = 3 * time.Minute
	}
	if o.Poll <= 0 {
		o.Poll = 5 * time.Second
	}
	if o.Wake == nil {
		o.Wake = func() {}
	}
	return o
}

// newClient sets no retry option on purpose: the library's connection retries post
// twice when only the reply was lost, and the ledger already waits out a 429.
func newClient(cfg config.Slack, httpc *http.Client) *slack.Client {
	options := []slack.Option{
		slack.OptionHTTPClient(httpc),
		slack.OptionAppLevelToken(cfg.AppToken),
		slack.OptionLog(stdlog.New(io.Discard, "", 0)),
	}
	if cfg.APIURL != "" {
		options = append(options, slack.OptionAPIURL(strings.TrimRight(cfg.APIURL, "/")+"/"))
	}
	return slack.New(cfg.BotToken, options...)
}

// Run serves the workspace over Socket Mode until ctx ends, which is not an error.
// It outlasts lost connections; it returns an error only when Slack refuses the
// tokens for good.
func (b *Bot) Run(ctx context.Context) error {
	me, err := b.identify(ctx)
	if err != nil || ctx.Err() != nil {
		return err
	}
	b.log.Info("slack: signed in", "team", me.team, "bot", me.user)

	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	for range b.opts.Workers {
		wg.Go(func() { b.work(ctx) })
	}
	wg.Go(func() { b.serveClicks(ctx) })
	return b.listen(ctx, me)
}

// identify asks Slack who we are, again and again while it cannot be reached: a
// service that starts before its network must not give up.
func (b *Bot) identify(ctx context.Context) (identity, error) {
	for wait := time.Second; ; wait = min(2*wait, time.Minute) {
		me, err := b.self(ctx)
		if err == nil || ctx.Err() != nil {
			return me, nil
		}
		if fatalAuth[slackCode(err)] {
			return identity{}, b.authError("the bot token (SLACK_BOT_TOKEN)", err)
		}
		b.log.Warn("slack: not reached, trying again", "in", wait, "error", b.redact(err))
		select {
		case <-ctx.Done():
			return identity{}, nil
		case <-time.After(wait):
		}
	}
}

// self returns who we are, asking Slack the first time.
func (b *Bot) self(ctx context.Context) (identity, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.me != nil {
		return *b.me, nil
	}
	r, err := b.api.AuthTestContext(ctx)
	if err != nil {
		return identity{}, fmt.Errorf("bot: auth.test: %w", err)
	}
	b.me = &identity{team: r.Team, teamID: r.TeamID, user: r.User, userID: r.UserID, botID: r.BotID}
	return *b.me, nil
}

// listen keeps the socket open and handles what comes, in one tight loop: the
// library stops reading, and dies, when nobody drains its events.
func (b *Bot) listen(ctx context.Context, me identity) error {
	client := socketmode.New(b.api,
		socketmode.OptionPingInterval(b.opts.PingInterval),
		socketmode.OptionLog(stdlog.New(io.Discard, "", 0)))
	ended := make(chan error, 1)
	go func() { ended <- b.keepOpen(ctx, client) }()
	for {
		select {
		case ev := <-client.Events:
			if e, ok := ev.Data.(*slack.ConnectionErrorEvent); ok && fatalAuth[slackCode(e.ErrorObj)] {
				return b.authError("the app token (SLACK_APP_TOKEN)", e.ErrorObj)
			}
			b.receive(ctx, client, me, ev)
		case err := <-ended:
			if ctx.Err() != nil {
				return nil
			}
			return b.authError("the app token (SLACK_APP_TOKEN)", err)
		}
	}
}

// keepOpen runs the socket until ctx ends or Slack refuses the token. The library
// may report its own cancelled connection as the end; that one is begun again.
func (b *Bot) keepOpen(ctx context.Context, client *socketmode.Client) error {
	for {
		err := client.RunContext(ctx)
		if ctx.Err() != nil || !errors.Is(err, context.Canceled) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}
