package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep/config"
	"sitrep/internal/answer"
	"sitrep/internal/ledger"
)

const (
	botToken = "xoxb-1111-secretbot"
	appToken = "xapp-1-secretapp"
)

// world is a bot with everything around it faked.
type world struct {
	slack   *fakeSlack
	store   *memStore
	answers *fakeAnswerer
	bot     *Bot
	log     *lockedBuffer
}

func newWorld(t *testing.T) *world {
	w := &world{slack: newFakeSlack(t), store: newMemStore(), answers: &fakeAnswerer{}, log: &lockedBuffer{}}
	cfg := config.Slack{BotToken: botToken, AppToken: appToken, APIURL: w.slack.srv.URL + "/api"}
	log := slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	w.bot = New(cfg, w.store, w.answers, log, Options{
		Poll: 20 * time.Millisecond,
		HTTP: &http.Client{Timeout: 2 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}},
	})
	return w
}

// run serves until the test ends; it fails the test when Run returns an error.
func (w *world) run(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- w.bot.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("Run: %v", err)
			}
		case <-time.After(10 * time.Second):
			t.Error("Run did not end")
		}
		if strings.Contains(w.log.String(), "secret") {
			t.Errorf("a token is in the log:\n%s", w.log)
		}
	})
}

func mention(ts, text string) string {
	return inner("app_mention", "C1", "channel", ts, "", text)
}

func inner(kind, channel, channelType, ts, thread, text string) string {
	b, _ := json.Marshal(map[string]string{"type": kind, "user": "UALICE", "channel": channel, "channel_type": channelType, "ts": ts, "thread_ts": thread, "text": text})
	return string(b)
}

func textOf(t *testing.T, d ledger.Delivery) string {
	t.Helper()
	var m answer.Message
	if err := json.Unmarshal(d.Payload, &m); err != nil {
		t.Fatalf("payload of %s: %v", d.ID, err)
	}
	return m.Sections[0].Lines[0].Text
}

func TestMentionIsStoredThenAckedThenAnswered(t *testing.T) {
	w := newWorld(t)
	ackedBefore := true
	w.store.onSave = func(ledger.Event) {
		time.Sleep(50 * time.Millisecond) // an ack sent too early would have come by now
		ackedBefore = w.slack.acked("E1")
	}
	w.run(t)
	w.slack.event("E1", "Ev1", mention("100.1", "<@UBOT> how many?"))
	d := w.store.delivered(t, 1)[0]
	w.slack.eventually("the ack", func() bool { return w.slack.acks["E1"] == 1 })
	if ackedBefore {
		t.Error("the event was acked before it was stored")
	}
	if d.ID != "ev-Ev1" || d.Channel != "C1" || d.ThreadTS != "100.1" || d.State != ledger.Pending {
		t.Errorf("delivery = %+v", d)
	}
	if got, want := textOf(t, d), "You asked: how many? [1]"; got != want {
		t.Errorf("text = %q, want %q", got, want)
	}
	ts, err := w.bot.Post(context.Background(), d)
	if err != nil || ts == "" {
		t.Fatalf("Post: %q, %v", ts, err)
	}
	args := w.slack.called("chat.postMessage")[0].args
	for key, want := range map[string]string{"channel": "C1", "thread_ts": "100.1", "unfurl_links": "false", "unfurl_media": "false",
		"mrkdwn": "false", "parse": "none", "metadata": `{"event_type":"sitrep_post","event_payload":{"id":"ev-Ev1"}}`} {
		if args[key] != want {
			t.Errorf("%s = %q, want %q", key, args[key], want)
		}
	}
	if !strings.Contains(args["blocks"], `"block_id":"sitrep:ev-Ev1"`) {
		t.Errorf("no block carries the id: %s", args["blocks"])
	}
}

func TestOnePostOneAnswer(t *testing.T) {
	plain := inner("message", "C1", "channel", "100.1", "", "<@UBOT> how many?")
	inThread := inner("message", "C1", "channel", "100.2", "100.1", "and <@UBOT> how many?")
	inThreadMention := inner("app_mention", "C1", "", "100.2", "100.1", "and <@UBOT> how many?")
	tests := []struct {
		name   string
		events [][2]string // event id, inner event
	}{
		{"the same event twice", [][2]string{{"Ev1", mention("100.1", "<@UBOT> how many?")}, {"Ev1", mention("100.1", "<@UBOT> how many?")}}},
		{"message, then mention", [][2]string{{"Ev1", plain}, {"Ev2", mention("100.1", "<@UBOT> how many?")}}},
		{"mention, then message", [][2]string{{"Ev2", mention("100.1", "<@UBOT> how many?")}, {"Ev1", plain}}},
		{"in our thread, message first", [][2]string{{"Ev1", inThread}, {"Ev2", inThreadMention}}},
		{"in our thread, mention first", [][2]string{{"Ev2", inThreadMention}, {"Ev1", inThread}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.store.inThread["C1/100.1"] = true
			w.run(t)
			for i, e := range tt.events {
				w.slack.event("E"+string(rune('1'+i)), e[0], e[1])
			}
			w.slack.eventually("both acks", func() bool { return w.slack.acks["E1"] == 1 && w.slack.acks["E2"] == 1 })
			time.Sleep(60 * time.Millisecond) // a second answer would have come by now
			w.store.delivered(t, 1)
		})
	}
}

func TestWhatIsNotStoredIsNotAcked(t *testing.T) {
	w := newWorld(t)
	w.store.saveErr = errors.New("disk full")
	w.run(t)
	w.slack.event("E1", "Ev1", mention("100.1", "<@UBOT> how many?"))
	w.slack.event("E2", "Ev2", `{"type":"reaction_added"}`)
	w.slack.eventually("the ack of the event after it", func() bool { return w.slack.acks["E2"] == 1 })
	if w.slack.acked("E1") {
		t.Fatal("an event that was not stored was acked")
	}
	w.store.mu.Lock()
	w.store.saveErr = nil
	w.store.mu.Unlock()
	w.slack.event("E3", "Ev1", mention("100.1", "<@UBOT> how many?")) // Slack sends it again
	w.store.delivered(t, 1)
	w.slack.eventually("the ack of the repetition", func() bool { return w.slack.acks["E3"] == 1 })
}

func TestUnreadableIsAckedAndStillAnswered(t *testing.T) {
	w := newWorld(t)
	w.run(t)
	w.slack.event("E1", "Ev1", `{"type":"brand_new_event"}`)
	w.slack.send(`{"envelope_id":"E2","type":"some_future_envelope","payload":{}}`)
	w.slack.send(`{"envelope_id":"E3","type":"slash_commands","payload":{"command":"/x"}}`)
	w.slack.event("E4", "Ev4", `{"type":"app_mention","user":"UALICE","channel":"C1","ts":"100.4","text":"<@UBOT> how many?","blocks":[{"type":"section","text":7}]}`)
	w.slack.eventually("all acks", func() bool {
		return w.slack.acks["E1"] == 1 && w.slack.acks["E2"] == 1 && w.slack.acks["E3"] == 1 && w.slack.acks["E4"] == 1
	})
	if d := w.store.delivered(t, 1)[0]; d.ID != "ev-Ev4" {
		t.Errorf("delivery = %+v", d)
	}
}

func TestWhichPostsAreAnswered(t *testing.T) {
	w := newWorld(t)
	w.store.inThread["C1/50.1"] = true
	w.store.questions = []string{"how many?", "", strings.Repeat("x", MaxQuestion+1)}
	w.run(t)
	w.slack.event("E1", "Ev1", inner("message", "C1", "channel", "101.1", "", "just talking"))
	w.slack.event("E2", "Ev2", inner("message", "C1", "channel", "102.1", "99.9", "a reply in another thread"))
	w.slack.event("E3", "Ev3", inner("message", "C1", "channel", "103.1", "50.1", "according to whom?"))
	d := w.store.delivered(t, 1)[0]
	if d.ThreadTS != "50.1" || textOf(t, d) != "You asked: according to whom? [1]" {
		t.Errorf("reply in our thread: %+v", d)
	}
	if got := strings.Join(w.store.asked, " "); got != "T1 C1 50.1 103.1" {
		t.Errorf("ThreadQuestions(%s)", got)
	}
	if got := w.answers.asked[0].Thread; len(got) != 1 || got[0] != "how many?" {
		t.Errorf("thread = %q", got)
	}
	w.slack.event("E4", "Ev4", inner("message", "D1", "im", "104.1", "", "how many?"))
	if d := w.store.delivered(t, 2)[1]; d.Channel != "D1" || d.ThreadTS != "104.1" {
		t.Errorf("direct message: %+v", d)
	}
}

func TestSentencesInsteadOfAnAnswer(t *testing.T) {
	tests := []struct {
		name, text string
		fail       func(*fakeAnswerer)
		want       string
		asks       bool
	}{
		{"bare mention", "<@UBOT>", nil, helpText, false},
		{"too long", "<@UBOT> " + strings.Repeat("é", MaxQuestion+1), nil, "That question is 2001 characters long; I take up to 2000. Please ask it more shortly.", false},
		{"as long as may be", "<@UBOT> " + strings.Repeat("é", MaxQuestion), nil, "You asked: " + strings.Repeat("é", MaxQuestion) + " [1]", true},
		{"failure", "<@UBOT> how many?", func(a *fakeAnswerer) { a.err = errors.New("store: broken") }, failedText, true},
		{"panic", "<@UBOT> how many?", func(a *fakeAnswerer) { a.panic = "index out of range" }, failedText, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			if tt.fail != nil {
				tt.fail(w.answers)
			}
			w.run(t)
			w.slack.event("E1", "Ev1", mention("100.1", tt.text))
			if got := textOf(t, w.store.delivered(t, 1)[0]); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if asked := len(w.answers.asked) > 0; asked != tt.asks {
				t.Errorf("asked the answerer: %v, want %v", asked, tt.asks)
			}
		})
	}
}

func TestConnectionIsMadeAnew(t *testing.T) {
	w := newWorld(t)
	w.run(t)
	w.slack.event("E1", "Ev1", mention("100.1", "<@UBOT> one?"))
	w.store.delivered(t, 1)
	w.slack.hangUp()
	w.slack.event("E2", "Ev2", mention("100.2", "<@UBOT> two?"))
	w.store.delivered(t, 2)
}

func TestAnEventOfADeadWorkerIsGivenUpAtLast(t *testing.T) {
	w := newWorld(t)
	msg, err := w.bot.reply(context.Background(), ledger.Event{ID: "Ev1", Text: "how many?", Fence: maxClaims + 1})
	if err == nil {
		t.Fatalf("answered %+v", msg)
	}
	if len(w.answers.asked) != 0 {
		t.Error("the deadly question was asked again")
	}
}

func TestRefusedTokensEndRun(t *testing.T) {
	for method, name := range map[string]string{"auth.test": "SLACK_BOT_TOKEN", "apps.connections.open": "SLACK_APP_TOKEN"} {
		for code, hint := range map[string]string{"invalid_auth": "copy it again", "token_revoked": "install the app again", "not_allowed_token_type": "xapp-"} {
			t.Run(method+" "+code, func(t *testing.T) {
				w := newWorld(t)
				w.slack.fault = func(m string, rw http.ResponseWriter) bool {
					if m == method {
						_, _ = rw.Write([]byte(`{"ok":false,"error":"` + code + `"}`))
					}
					return m == method
				}
				ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
				defer cancel()
				err := w.bot.Run(ctx)
				if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), hint) || !strings.Contains(err.Error(), code) {
					t.Errorf("Run = %v", err)
				}
				if err != nil && strings.Contains(err.Error(), "secret") {
					t.Errorf("the error holds a token: %v", err)
				}
			})
		}
	}
}

func TestRunEndsWhileSlackIsAway(t *testing.T) {
	w := newWorld(t)
	w.slack.srv.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if err := w.bot.Run(ctx); err != nil {
		t.Errorf("Run = %v", err)
	}
	if !strings.Contains(w.log.String(), "trying again") {
		t.Errorf("log:\n%s", w.log)
	}
}

// lockedBuffer is a log that may be written and read at the same time.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
