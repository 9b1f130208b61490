package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"sitrep/internal/answer"
	"sitrep/internal/ledger"
)

// fakeSlack is the part of Slack that the bot talks to: the Web API methods that it
// calls, and one Socket Mode connection at a time.
type fakeSlack struct {
	t   *testing.T
	srv *httptest.Server

	mu    sync.Mutex
	conn  *websocket.Conn
	posts []map[string]any // as history returns them, oldest first
	calls []fakeCall
	acks  map[string]int
	// fault, when set, may answer a call instead of the fake.
	fault func(method string, w http.ResponseWriter) (done bool)
	// cut is a method whose reply is lost, after it has done its work.
	cut string
	// drops is a field of posts that is forgotten, as some servers forget metadata.
	drops string
}

type fakeCall struct {
	method string
	args   map[string]string
	body   map[string]any
}

func newFakeSlack(t *testing.T) *fakeSlack {
	f := &fakeSlack{t: t, acks: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/api/", f.api)
	mux.HandleFunc("/socket", f.socket)
	f.srv = httptest.NewServer(mux)
	t.Cleanup(f.srv.Close)
	return f
}

func (f *fakeSlack) api(w http.ResponseWriter, r *http.Request) {
	method := strings.TrimPrefix(r.URL.Path, "/api/")
	call := fakeCall{method: method, args: map[string]string{}}
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		_ = json.NewDecoder(r.Body).Decode(&call.body)
	} else if err := r.ParseForm(); err == nil {
		for k := range r.PostForm {
			call.args[k] = r.PostForm.Get(k)
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls = append(f.calls, call)
	if f.fault != nil && f.fault(method, w) {
		return
	}
	reply := f.answer(call)
	if method == f.cut {
		panic(http.ErrAbortHandler)
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(reply)
}

func (f *fakeSlack) answer(c fakeCall) map[string]any {
	switch c.method {
	case "auth.test":
		return map[string]any{"ok": true, "team": "Desk", "team_id": "T1", "user": "newsbot", "user_id": "UBOT", "bot_id": "BBOT"}
	case "apps.connections.open":
		return map[string]any{"ok": true, "url": "ws" + strings.TrimPrefix(f.srv.URL, "http") + "/socket"}
	case "chat.postMessage":
		return f.post(c)
	case "chat.postEphemeral":
		return map[string]any{"ok": true, "message_ts": "1.000001"}
	case "conversations.history", "conversations.replies":
		return f.history(c)
	case "views.open":
		return map[string]any{"ok": true, "view": map[string]any{"id": "V1"}}
	}
	f.t.Errorf("the bot called %s, which it must not need", c.method)
	return map[string]any{"ok": false, "error": "unknown_method"}
}

func (f *fakeSlack) post(c fakeCall) map[string]any {
	var blocks, metadata any
	_ = json.Unmarshal([]byte(c.args["blocks"]), &blocks)
	_ = json.Unmarshal([]byte(c.args["metadata"]), &metadata)
	ts := fmt.Sprintf("1800000000.%06d", len(f.posts)+1)
	m := map[string]any{"type": "message", "ts": ts, "channel": c.args["channel"], "text": c.args["text"],
		"user": "UBOT", "bot_id": "BBOT", "blocks": blocks, "metadata": metadata}
	delete(m, f.drops)
	if th := c.args["thread_ts"]; th != "" {
		m["thread_ts"] = th
	}
	f.posts = append(f.posts, m)
	return map[string]any{"ok": true, "channel": c.args["channel"], "ts": ts}
}

// history pages backwards through a channel, or forwards through a thread; the
// cursor is a position.
func (f *fakeSlack) history(c fakeCall) map[string]any {
	var all []map[string]any
	for _, m := range f.posts {
		thread, _ := m["thread_ts"].(string)
		if m["channel"] == c.args["channel"] && thread == c.args["ts"] && m["ts"].(string) > c.args["oldest"] {
			if c.method == "conversations.replies" {
				all = append(all, m)
			} else {
				all = append([]map[string]any{m}, all...)
			}
		}
	}
	var from, limit int
	_, _ = fmt.Sscan(c.args["cursor"], &from)
	_, _ = fmt.Sscan(c.args["limit"], &limit)
	end := min(from+limit, len(all))
	reply := map[string]any{"ok": true, "messages": all[from:end], "has_more": end < len(all)}
	if end < len(all) {
		reply["response_metadata"] = map[string]any{"next_cursor": fmt.Sprint(end)}
	}
	return reply
}

func (f *fakeSlack) socket(w http.ResponseWriter, r *http.Request) {
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	conn, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	_ = conn.WriteMessage(websocket.TextMessage, []byte(`{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}`))
	f.mu.Lock()
	f.conn = conn
	f.mu.Unlock()
	for {
		var ack struct {
			EnvelopeID string `json:"envelope_id"`
		}
		if err := conn.ReadJSON(&ack); err != nil {
			return
		}
		f.mu.Lock()
		f.acks[ack.EnvelopeID]++
		f.mu.Unlock()
	}
}

// send puts one raw envelope onto the connection, waiting for there to be one.
func (f *fakeSlack) send(raw string) {
	f.t.Helper()
	f.eventually("a connection", func() bool { return f.conn != nil })
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.conn.WriteMessage(websocket.TextMessage, []byte(raw)); err != nil {
		f.t.Fatalf("send: %v", err)
	}
}

// event sends an events_api envelope.
func (f *fakeSlack) event(envelopeID, eventID, inner string) {
	f.t.Helper()
	f.send(fmt.Sprintf(`{"envelope_id":%q,"type":"events_api","payload":{"type":"event_callback","team_id":"T1","event_id":%q,"event":%s}}`, envelopeID, eventID, inner))
}

// hangUp cuts the connection and forgets it.
func (f *fakeSlack) hangUp() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.conn.Close()
	f.conn = nil
}

func (f *fakeSlack) acked(envelopeID string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.acks[envelopeID] > 0
}

// called returns the calls of one method.
func (f *fakeSlack) called(method string) []fakeCall {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []fakeCall
	for _, c := range f.calls {
		if c.method == method {
			out = append(out, c)
		}
	}
	return out
}

// eventually waits until cond, which runs under the lock, holds.
func (f *fakeSlack) eventually(what string, cond func() bool) {
	f.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		f.mu.Lock()
		ok := cond()
		f.mu.Unlock()
		if ok {
			return
		}
	}
	f.t.Fatalf("waited in vain for %s", what)
}

// memStore is a Store in memory, with the rules of the real one that matter here.
type memStore struct {
	mu         sync.Mutex
	open       []ledger.Event
	seen       []ledger.Event
	deliveries map[string]ledger.Delivery
	finished   []string // event ids, in order
	questions  []string // what ThreadQuestions returns
	inThread   map[string]bool
	saveErr    error
	onSave     func(ledger.Event)
	asked      []string // arguments of ThreadQuestions
}

func newMemStore() *memStore {
	return &memStore{deliveries: map[string]ledger.Delivery{}, inThread: map[string]bool{}}
}

func (s *memStore) SaveEvent(_ context.Context, ev ledger.Event) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.onSave != nil {
		s.onSave(ev)
	}
	if s.saveErr != nil {
		return false, s.saveErr
	}
	for _, old := range s.seen {
		if old.ID == ev.ID || old.Team == ev.Team && old.Channel == ev.Channel && old.TS == ev.TS {
			return false, nil
		}
	}
	s.seen = append(s.seen, ev)
	s.open = append(s.open, ev)
	return true, nil
}

func (s *memStore) ClaimEvent(context.Context, time.Time, time.Duration) (ledger.Event, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.open) == 0 {
		return ledger.Event{}, false, nil
	}
	ev := s.open[0]
	s.open = s.open[1:]
	ev.Fence++
	return ev, true, nil
}

func (s *memStore) FinishEvent(_ context.Context, ev ledger.Event, d *ledger.Delivery) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.finished = append(s.finished, ev.ID)
	if d != nil {
		s.deliveries[d.ID] = *d
	}
	return nil
}

func (s *memStore) ThreadQuestions(_ context.Context, team, channel, root, before string) ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = []string{team, channel, root, before}
	return s.questions, nil
}

func (s *memStore) InThread(_ context.Context, _, channel, root string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.inThread[channel+"/"+root], nil
}

func (s *memStore) Delivery(_ context.Context, id string) (ledger.Delivery, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, ok := s.deliveries[id]
	if !ok {
		return d, ledger.ErrNotFound
	}
	return d, nil
}

// delivered waits for n finished events and returns their deliveries in that order.
func (s *memStore) delivered(t *testing.T, n int) []ledger.Delivery {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		s.mu.Lock()
		done := len(s.finished)
		s.mu.Unlock()
		if done >= n {
			break
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.finished) != n {
		t.Fatalf("%d events were answered, want %d: %v", len(s.finished), n, s.finished)
	}
	var out []ledger.Delivery
	for _, id := range s.finished {
		out = append(out, s.deliveries[ledger.AnswerID(id)])
	}
	return out
}

// fakeAnswerer says what it was asked.
type fakeAnswerer struct {
	mu    sync.Mutex
	asked []answer.Question
	err   error
	panic any
}

func (a *fakeAnswerer) Answer(_ context.Context, q answer.Question) (answer.Answer, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.asked = append(a.asked, q)
	if a.panic != nil {
		panic(a.panic)
	}
	if a.err != nil {
		return answer.Answer{}, a.err
	}
	return answer.Answer{
		ID:        q.ID,
		Behaviour: answer.Gives,
		Text:      "You asked: " + q.Text + " [1]",
		Lines:     []answer.Line{{Role: answer.RoleLead, Text: "You asked: " + q.Text + " [1]"}},
		Citations: []answer.Citation{{N: 1, Report: "a1", Title: "A report", S: 3, Exact: "Seven lamps were lit."}},
	}, nil
}
