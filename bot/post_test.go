package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"sitrep/internal/answer"
	"sitrep/internal/ledger"
)

func deliveryOf(t *testing.T, id, thread string, m answer.Message) ledger.Delivery {
	t.Helper()
	payload, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Delivery{ID: id, Channel: "C1", ThreadTS: thread, Payload: payload, FirstTry: time.Unix(1800000000, 0)}
}

// outcome names what an error of Post says is known.
func outcome(err error) string {
	var (
		later   *ledger.RetryLater
		refused *ledger.RefusedError
		unsent  *ledger.NotSentError
	)
	switch {
	case err == nil:
		return "sent"
	case errors.As(err, &later):
		return "later " + later.After.String()
	case errors.As(err, &refused):
		return "refused"
	case errors.As(err, &unsent):
		return "not sent"
	}
	return "unknown"
}

func TestPostErrorsSayWhatIsKnown(t *testing.T) {
	body := func(s string) func(http.ResponseWriter) { return func(w http.ResponseWriter) { fmt.Fprint(w, s) } }
	status := func(code int, header ...string) func(http.ResponseWriter) {
		return func(w http.ResponseWriter) {
			if len(header) > 0 {
				w.Header().Set("Retry-After", header[0])
			}
			w.WriteHeader(code)
		}
	}
	tests := []struct {
		name  string
		reply func(http.ResponseWriter)
		want  string
	}{
		{"429 with Retry-After", status(429, "7"), "later 7s"},
		{"429 with Retry-After 0", status(429, "0"), "later 1s"},
		{"429 without", status(429), "later 30s"},
		{"ratelimited", body(`{"ok":false,"error":"ratelimited"}`), "later 30s"},
		{"channel_not_found", body(`{"ok":false,"error":"channel_not_found"}`), "refused"},
		{"an error nobody knows", body(`{"ok":false,"error":"brand_new_error"}`), "refused"},
		{"404", status(404), "refused"},
		{"internal_error", body(`{"ok":false,"error":"internal_error"}`), "unknown"},
		{"fatal_error", body(`{"ok":false,"error":"fatal_error"}`), "unknown"},
		{"500", status(500), "unknown"},
		{"408", status(408), "unknown"},
		{"no JSON", body(`<html>`), "unknown"},
		{"empty", body(``), "unknown"},
		{"no ts", body(`{"ok":true}`), "unknown"},
		{"connection cut", func(http.ResponseWriter) { panic(http.ErrAbortHandler) }, "unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.slack.fault = func(_ string, rw http.ResponseWriter) bool { tt.reply(rw); return true }
			_, err := w.bot.Post(context.Background(), deliveryOf(t, "r1", "", sentence("Hello.")))
			if got := outcome(err); got != tt.want {
				t.Errorf("outcome = %s (%v), want %s", got, err, tt.want)
			}
			if n := len(w.slack.called("chat.postMessage")); n != 1 {
				t.Errorf("%d requests were made, want 1", n)
			}
		})
	}
}

func TestPostThatCannotBegin(t *testing.T) {
	w := newWorld(t)
	good := deliveryOf(t, "r1", "", sentence("Hello."))
	broken := good
	broken.Payload = json.RawMessage(`{"sections":7}`)
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	for name, tt := range map[string]struct {
		ctx  context.Context
		d    ledger.Delivery
		want string
	}{
		"empty message":      {context.Background(), deliveryOf(t, "r1", "", answer.Message{}), "refused"},
		"unreadable payload": {context.Background(), broken, "refused"},
		"context has ended":  {ended, good, "not sent"},
	} {
		if _, err := w.bot.Post(tt.ctx, tt.d); outcome(err) != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
	if n := len(w.slack.called("chat.postMessage")); n != 0 {
		t.Errorf("%d requests were made", n)
	}
	w.slack.srv.Close()
	if _, err := w.bot.Post(context.Background(), good); outcome(err) != "not sent" {
		t.Errorf("nobody listens: %v, want not sent", err)
	}
}

func TestLostReplyIsFoundAndNotRepeated(t *testing.T) {
	for _, thread := range []string{"", "1799999999.000100"} {
		for _, drops := range []string{"", "metadata", "blocks"} { // one trace of the id is enough
			t.Run(fmt.Sprintf("thread %q, dropped %q", thread, drops), func(t *testing.T) {
				w := newWorld(t)
				w.slack.drops = drops
				d := deliveryOf(t, "run-1", thread, sentence("Hello."))
				if _, found, err := w.bot.Lookup(context.Background(), d); found || err != nil {
					t.Fatalf("Lookup before the post: %v, %v", found, err)
				}
				w.slack.cut = "chat.postMessage"
				if _, err := w.bot.Post(context.Background(), d); outcome(err) != "unknown" {
					t.Fatalf("Post = %v, want an unknown outcome", err)
				}
				ts, found, err := w.bot.Lookup(context.Background(), d)
				if err != nil || !found || ts != w.slack.posts[0]["ts"] {
					t.Fatalf("Lookup = %q, %v, %v", ts, found, err)
				}
				other := d
				other.ID = "run-2"
				if _, found, err := w.bot.Lookup(context.Background(), other); found || err != nil {
					t.Errorf("Lookup of another delivery: %v, %v", found, err)
				}
				if len(w.slack.posts) != 1 {
					t.Errorf("%d posts, want 1", len(w.slack.posts))
				}
			})
		}
	}
}

func TestLookupReadsOnThroughABusyChannel(t *testing.T) {
	w := newWorld(t)
	d := deliveryOf(t, "run-1", "", sentence("Hello."))
	for i := range 40 {
		if i == 5 {
			if _, err := w.bot.Post(context.Background(), d); err != nil {
				t.Fatal(err)
			}
		}
		other := deliveryOf(t, fmt.Sprintf("other-%d", i), "", sentence("Something else."))
		if _, err := w.bot.Post(context.Background(), other); err != nil {
			t.Fatal(err)
		}
	}
	if ts, found, err := w.bot.Lookup(context.Background(), d); !found || err != nil || ts != w.slack.posts[5]["ts"] {
		t.Errorf("Lookup = %q, %v, %v", ts, found, err)
	}
	first := w.slack.called("conversations.history")[0].args
	if first["limit"] != "15" || first["include_all_metadata"] != "1" || first["oldest"] != "1799999940.000000" {
		t.Errorf("arguments = %v", first)
	}
}

func TestLookupThatCannotLookIsAnError(t *testing.T) {
	for name, tt := range map[string]struct {
		method, reply, want string
	}{
		"history refused": {"conversations.history", `{"ok":false,"error":"missing_scope"}`, "unknown"},
		"rate limit":      {"conversations.history", `{"ok":false,"error":"ratelimited"}`, "later 30s"},
		"who are we":      {"auth.test", `{"ok":false,"error":"internal_error"}`, "unknown"},
		"no end":          {"conversations.history", `{"ok":true,"messages":[],"has_more":true,"response_metadata":{"next_cursor":"more"}}`, "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.slack.fault = func(m string, rw http.ResponseWriter) bool {
				if m == tt.method {
					fmt.Fprint(rw, tt.reply)
				}
				return m == tt.method
			}
			_, found, err := w.bot.Lookup(context.Background(), deliveryOf(t, "run-1", "", sentence("Hello.")))
			if found || outcome(err) != tt.want {
				t.Errorf("Lookup = %v, %v (%s), want %s", found, err, outcome(err), tt.want)
			}
		})
	}
}

// A post of another app that copies our id must not pass for ours.
func TestLookupBelievesOnlyOurOwnPosts(t *testing.T) {
	d := deliveryOf(t, "run-1", "", sentence("Hello."))
	for name, author := range map[string]map[string]any{
		"another bot": {"user": "UOTHER", "bot_id": "BOTHER"},
		"a person":    {"user": "UALICE", "bot_id": nil},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			if _, err := w.bot.Post(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			for k, v := range author {
				w.slack.posts[0][k] = v
			}
			if _, found, err := w.bot.Lookup(context.Background(), d); found || err != nil {
				t.Errorf("Lookup = %v, %v", found, err)
			}
		})
	}
}

func TestCourierPostsOnceThroughALostReply(t *testing.T) {
	w := newWorld(t)
	d := deliveryOf(t, "run-1", "", sentence("Hello."))
	d.State = ledger.Sending
	rows := &oneRow{d: d}
	w.slack.cut = "chat.postMessage"
	for range 2 { // a new courier each time, as after a restart
		courier := ledger.NewCourier(rows, w.bot, ledger.Options{Grace: time.Millisecond})
		if worked, err := courier.Step(context.Background(), time.Now()); err != nil || !worked {
			t.Fatalf("Step = %v, %v", worked, err)
		}
	}
	if rows.d.State != ledger.Sent || rows.d.TS != w.slack.posts[0]["ts"] || len(w.slack.posts) != 1 {
		t.Errorf("row = %+v, posts = %d", rows.d, len(w.slack.posts))
	}
}

// oneRow is a ledger.Rows of one delivery.
type oneRow struct{ d ledger.Delivery }

func (r *oneRow) ClaimDelivery(context.Context, ledger.Claim) (ledger.Delivery, bool, error) {
	r.d.Lease = time.Now().Add(3 * time.Minute)
	return r.d, r.d.State == ledger.Sending || r.d.State == ledger.Uncertain, nil
}

func (r *oneRow) MarkDelivery(_ context.Context, d ledger.Delivery) error {
	r.d = d
	return nil
}

func TestRedact(t *testing.T) {
	w := newWorld(t)
	for in, want := range map[string]string{
		"dial " + botToken + " and " + appToken:              "dial [secret] and [secret]",
		"token xoxp-12-ab was sent":                          "token [secret] was sent",
		`Get "wss://wss.slack.com/link/?ticket=abc&a=1": no`: `Get "wss://wss.slack.com/link/?[left out]": no`,
		"nothing to hide":                                    "nothing to hide",
	} {
		if got := w.bot.redact(errors.New(in)); got != want {
			t.Errorf("redact(%q) = %q, want %q", in, got, want)
		}
	}
	if strings.Contains(w.bot.redact(nil), "nil") {
		t.Error("nil is not text")
	}
}
