package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// slackServer is a running local-slack.
type slackServer struct{ base string }

// slackMessage is a message as local-slack lists it.
type slackMessage struct {
	TS       string            `json:"ts"`
	ThreadTS string            `json:"thread_ts"`
	User     string            `json:"user"`
	Text     string            `json:"text"`
	Blocks   []json.RawMessage `json:"blocks"`
}

func startSlack(t *testing.T, binary string) *slackServer {
	t.Helper()
	config, err := filepath.Abs(filepath.Join("testdata", "slack", "config.socket.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	cmd := exec.Command(binary, "--config", config, "--port", port, "--base-host", "127.0.0.1")
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "TMPDIR="+cmd.Dir)
	log := &syncBuffer{}
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatalf("local-slack: %v", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if t.Failed() {
			t.Logf("local-slack:\n%s", log)
		}
	})
	s := &slackServer{base: "http://127.0.0.1:" + port}
	s.eventually(t, 30*time.Second, "local-slack to listen", func() bool {
		resp, err := http.Get(s.base + "/_control/state")
		if err == nil {
			resp.Body.Close()
		}
		return err == nil
	})
	return s
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// call posts JSON to local-slack and decodes its reply.
func (s *slackServer) call(t *testing.T, path string, in, out any) {
	t.Helper()
	body, _ := json.Marshal(in)
	resp, err := http.Post(s.base+path, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// say posts as a person and returns the ts.
func (s *slackServer) say(t *testing.T, channel, text, thread string) string {
	t.Helper()
	in := map[string]string{"channel": channel, "user": e2eUser, "text": text}
	if thread != "" {
		in["thread_ts"] = thread
	}
	var out struct{ Message slackMessage }
	s.call(t, "/_control/message", in, &out)
	if out.Message.TS == "" {
		t.Fatalf("local-slack took no message in %s", channel)
	}
	return out.Message.TS
}

func (s *slackServer) openDM(t *testing.T) string {
	t.Helper()
	var out struct{ Channel struct{ ID string } }
	resp, err := http.PostForm(s.base+"/api/conversations.open", url.Values{"token": {"xoxb-local-test"}, "users": {e2eUser}, "return_im": {"true"}})
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil || out.Channel.ID == "" {
		t.Fatalf("conversations.open: %v, %+v", err, out)
	}
	return out.Channel.ID
}

// press presses the button of a message.
func (s *slackServer) press(t *testing.T, channel string, m slackMessage) {
	t.Helper()
	var actions struct {
		BlockID  string `json:"block_id"`
		Elements []struct {
			Type     string `json:"type"`
			ActionID string `json:"action_id"`
			Value    string `json:"value"`
		} `json:"elements"`
	}
	for _, raw := range m.Blocks {
		if bytes.Contains(raw, []byte(`"type":"actions"`)) {
			_ = json.Unmarshal(raw, &actions)
		}
	}
	if len(actions.Elements) == 0 {
		t.Fatalf("the message has no button: %s", m.Blocks)
	}
	button := actions.Elements[0]
	var out any
	s.call(t, "/_control/interact", map[string]any{"channel": channel, "messageTs": m.TS, "user": e2eUser,
		"action": map[string]string{"type": button.Type, "action_id": button.ActionID, "block_id": actions.BlockID, "value": button.Value}}, &out)
}

// messages lists what the bot posted in a channel.
func (s *slackServer) messages(t *testing.T, channel string) []slackMessage {
	t.Helper()
	resp, err := http.Get(s.base + "/_control/messages/" + channel)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var out struct{ Messages []slackMessage }
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		t.Fatal(err)
	}
	var list []slackMessage
	for _, m := range out.Messages {
		if m.User == e2eBot {
			list = append(list, m)
		}
	}
	return list
}

// replies lists what the bot posted in a thread.
func (s *slackServer) replies(t *testing.T, channel, root string) []slackMessage {
	t.Helper()
	var list []slackMessage
	for _, m := range s.messages(t, channel) {
		if m.ThreadTS == root {
			list = append(list, m)
		}
	}
	return list
}

// briefings lists what the bot posted outside threads.
func (s *slackServer) briefings(t *testing.T) []slackMessage {
	return s.replies(t, e2eChannel, "")
}

// waitReplies waits for n replies and then a little longer for one too many.
func (s *slackServer) waitReplies(t *testing.T, channel, root string, n int) []slackMessage {
	t.Helper()
	s.eventually(t, 20*time.Second, "the answer", func() bool { return len(s.replies(t, channel, root)) >= n })
	time.Sleep(2500 * time.Millisecond)
	list := s.replies(t, channel, root)
	if len(list) != n {
		t.Fatalf("%d replies, want %d: %v", len(list), n, list)
	}
	return list
}

// onlyReply returns the text of the one reply.
func (s *slackServer) onlyReply(t *testing.T, channel, root string) string {
	t.Helper()
	return s.waitReplies(t, channel, root, 1)[0].Text
}

func (s *slackServer) eventually(t *testing.T, limit time.Duration, what string, cond func() bool) {
	t.Helper()
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if cond() {
			return
		}
	}
	t.Fatalf("waited %s in vain for %s", limit.Round(time.Second), what)
}

// relay stands between the binary and local-slack.
type relay struct {
	srv    *httptest.Server
	target *url.URL
	proxy  *httputil.ReverseProxy

	hello chan struct{} // one for each connection that was greeted

	mu       sync.Mutex
	calls    map[string]int
	repeat   bool
	twins    map[string]bool // envelope ids of repeated events; true when acked
	lose     string          // the method whose next reply is lost
	killWhen func(url.Values) bool
	kill     func()
}

func newRelay(t *testing.T, base string) *relay {
	t.Helper()
	target, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	r := &relay{target: target, proxy: httputil.NewSingleHostReverseProxy(target), hello: make(chan struct{}, 100),
		calls: map[string]int{}, twins: map[string]bool{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/api/apps.connections.open", r.open)
	mux.HandleFunc("/api/", r.api)
	mux.HandleFunc("/socket/", r.socket)
	r.srv = httptest.NewServer(mux)
	t.Cleanup(r.srv.Close)
	return r
}

// open passes the call on and puts the relay's own address into the reply.
func (r *relay) open(w http.ResponseWriter, req *http.Request) {
	rec := httptest.NewRecorder()
	r.proxy.ServeHTTP(rec, req)
	_, _ = io.WriteString(w, strings.ReplaceAll(rec.Body.String(), r.target.Host, strings.TrimPrefix(r.srv.URL, "http://")))
}

func (r *relay) api(w http.ResponseWriter, req *http.Request) {
	body, _ := io.ReadAll(req.Body)
	req.Body = io.NopCloser(bytes.NewReader(body))
	args, _ := url.ParseQuery(string(body))
	method := strings.TrimPrefix(req.URL.Path, "/api/")
	rec := httptest.NewRecorder()
	r.proxy.ServeHTTP(rec, req)

	r.mu.Lock()
	r.calls[method]++
	lost := r.lose == method
	if lost {
		r.lose = ""
	}
	var kill func()
	if method == "chat.postMessage" && r.killWhen != nil && r.killWhen(args) {
		kill, r.killWhen = r.kill, nil
	}
	r.mu.Unlock()
	if kill != nil {
		kill() // Slack has the message; the sender never learns of it
	}
	if lost || kill != nil {
		panic(http.ErrAbortHandler)
	}
	for k, v := range rec.Header() {
		w.Header()[k] = v
	}
	w.WriteHeader(rec.Code)
	_, _ = w.Write(rec.Body.Bytes())
}

// socket passes frames both ways; events it may send twice.
func (r *relay) socket(w http.ResponseWriter, req *http.Request) {
	far, _, err := websocket.DefaultDialer.Dial("ws://"+r.target.Host+req.URL.RequestURI(), nil)
	if err != nil {
		http.Error(w, "no socket", http.StatusBadGateway)
		return
	}
	defer far.Close()
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	near, err := up.Upgrade(w, req, nil)
	if err != nil {
		return
	}
	defer near.Close()
	go func() {
		defer near.Close()
		for {
			kind, frame, err := far.ReadMessage()
			if err != nil {
				return
			}
			for _, f := range r.withTwin(frame) {
				if near.WriteMessage(kind, f) != nil {
					return
				}
			}
			if bytes.Contains(frame, []byte(`"hello"`)) {
				r.hello <- struct{}{}
			}
		}
	}()
	for {
		kind, frame, err := near.ReadMessage()
		if err != nil {
			return
		}
		if r.isTwinAck(frame) {
			continue
		}
		if far.WriteMessage(kind, frame) != nil {
			return
		}
	}
}

// withTwin returns the frame, and again under another envelope id when it is an
// event and events are to be repeated, as Slack does when an ack was late.
func (r *relay) withTwin(frame []byte) [][]byte {
	var env map[string]any
	_ = json.Unmarshal(frame, &env)
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.repeat || env["type"] != "events_api" {
		return [][]byte{frame}
	}
	id := fmt.Sprint("twin-", env["envelope_id"])
	env["envelope_id"], env["retry_attempt"], env["retry_reason"] = id, 1, "timeout"
	r.twins[id] = false
	twin, _ := json.Marshal(env)
	return [][]byte{frame, twin}
}

func (r *relay) isTwinAck(frame []byte) bool {
	var ack struct {
		ID string `json:"envelope_id"`
	}
	_ = json.Unmarshal(frame, &ack)
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.twins[ack.ID]; !ok {
		return false
	}
	r.twins[ack.ID] = true
	return true
}

func (r *relay) repeatEvents(on bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.repeat = on
}

// repeated counts the events that were sent again and acked.
func (r *relay) repeated() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for _, acked := range r.twins {
		if acked {
			n++
		}
	}
	return n
}

func (r *relay) loseReply(method string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lose = method
}

// killOn calls kill after the next post for which when holds reached Slack and
// before its reply is passed on.
func (r *relay) killOn(when func(url.Values) bool, kill func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.killWhen, r.kill = when, kill
}

func (r *relay) called(method string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.calls[method]
}
