package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// The end-to-end test drives the real binary against local-slack, a third-party
// stand-in for Slack, through a relay that can repeat events, lose replies and
// kill the binary at the worst moment. It needs the path of local-slack's binary in
// SITREP_LOCAL_SLACK. local-slack listens on every address of the machine, so run
// the test where there is only a loopback (unshare -n).
const (
	localSlackEnv = "SITREP_LOCAL_SLACK"
	e2eChannel    = "C01GEN"
	e2eUser       = "U01ALICE"
	e2eBot        = "U0BOT"
	e2eFigure     = "approximately 2,500" // of the first report
)

func TestSlackEndToEnd(t *testing.T) {
	binary := os.Getenv(localSlackEnv)
	if binary == "" {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not set: CI must run the Slack end-to-end test", localSlackEnv)
		}
		t.Skipf("NOT RUN: the Slack end-to-end test needs %s, the path of the local-slack binary; .ci/run sets it", localSlackEnv)
	}
	s := startSlack(t, binary)
	r := newRelay(t, s.base)
	p := &sitrepProcess{t: t, dir: t.TempDir(), relay: r}
	p.build()
	p.loadFirstReport()
	p.configure("[]")
	p.start()
	if !converse(t, s, r) {
		t.FailNow() // what follows waits for minutes
	}
	p.stop()

	slot := time.Now().UTC().Add(80 * time.Second).Truncate(time.Minute) // at least 20 s ahead
	p.configure(fmt.Sprintf("[{name: desk, channel: %s, schedule: %q}]", e2eChannel, fmt.Sprintf("%d %d * * *", slot.Minute(), slot.Hour())))
	p.start()
	postOnce(t, s, r, p, slot)
}

// converse asks in every way that there is; false when something failed.
func converse(t *testing.T, s *slackServer, r *relay) bool {
	var asked string
	ok := t.Run("a mention gets one threaded answer", func(t *testing.T) {
		asked = s.say(t, e2eChannel, "<@"+e2eBot+"> how many troops?", "")
		text := s.onlyReply(t, e2eChannel, asked)
		if !strings.Contains(strings.ToLower(text), e2eFigure) {
			t.Errorf("the answer lacks %q:\n%s", e2eFigure, text)
		}
	})
	ok = t.Run("an event sent twice gets one answer", func(t *testing.T) {
		r.repeatEvents(true)
		defer r.repeatEvents(false)
		ts := s.say(t, e2eChannel, "<@"+e2eBot+"> what did Austin confirm?", "")
		s.onlyReply(t, e2eChannel, ts)
		if n := r.repeated(); n < 2 {
			t.Errorf("%d events were repeated and acked, want the message and the mention", n)
		}
	}) && ok
	ok = t.Run("a direct message is answered", func(t *testing.T) {
		dm := s.openDM(t)
		if text := s.onlyReply(t, dm, s.say(t, dm, "how many troops?", "")); !strings.Contains(strings.ToLower(text), e2eFigure) {
			t.Errorf("the answer lacks %q:\n%s", e2eFigure, text)
		}
	}) && ok
	ok = t.Run("a follow-up in the thread needs no mention", func(t *testing.T) {
		before := len(s.replies(t, e2eChannel, asked))
		s.say(t, e2eChannel, "according to whom?", asked)
		replies := s.waitReplies(t, e2eChannel, asked, before+1)
		if text := replies[before].Text; !strings.Contains(strings.ToLower(text), "official") {
			t.Errorf("the follow-up names no holder:\n%s", text)
		}
	}) && ok
	ok = t.Run("what is said to others is left alone", func(t *testing.T) {
		ts := s.say(t, e2eChannel, "how many troops?", "")
		time.Sleep(2 * time.Second)
		if replies := s.replies(t, e2eChannel, ts); len(replies) != 0 {
			t.Errorf("the bot answered a post that was not for it: %v", replies)
		}
	}) && ok
	ok = t.Run("the button shows the sentences", func(t *testing.T) {
		s.press(t, e2eChannel, s.replies(t, e2eChannel, asked)[0])
		s.eventually(t, 10*time.Second, "views.open", func() bool { return r.called("views.open") == 1 })
	}) && ok
	return ok
}

// postOnce loses the reply of a post, and kills the binary between a briefing's post
// and its receipt: neither may be seen twice, and neither may be missing.
func postOnce(t *testing.T, s *slackServer, r *relay, p *sitrepProcess, slot time.Time) {
	r.loseReply("chat.postMessage")
	lost := s.say(t, e2eChannel, "<@"+e2eBot+"> how many are in training?", "")
	t.Run("a briefing is posted once through a kill", func(t *testing.T) {
		r.killOn(func(args url.Values) bool {
			return args.Get("channel") == e2eChannel && args.Get("thread_ts") == ""
		}, p.kill)
		s.eventually(t, time.Until(slot)+50*time.Second, "the briefing", func() bool { return len(s.briefings(t)) > 0 })
		if now := time.Now(); now.Before(slot) {
			t.Errorf("the briefing came %s early", slot.Sub(now))
		}
		if text := s.briefings(t)[0].Text; !strings.Contains(strings.ToLower(text), e2eFigure) {
			t.Errorf("the briefing lacks %q:\n%s", e2eFigure, text)
		}
		p.wait()
		p.start()
		if now := time.Now(); now.After(slot.Add(time.Minute)) {
			t.Errorf("the restart came %s after the minute: it proves less", now.Sub(slot.Add(time.Minute)))
		}
		if s.onlyReply(t, e2eChannel, s.say(t, e2eChannel, "<@"+e2eBot+"> how many troops?", "")) == "" {
			t.Error("no answer after the restart")
		}
		if n := len(s.briefings(t)); n != 1 {
			t.Errorf("%d briefings after the restart, want 1", n)
		}
		// The row is in doubt until its lease and the grace are over; then it is looked up.
		s.eventually(t, 2*time.Minute, "the look at the channel's history", func() bool { return r.called("conversations.history") > 0 })
		time.Sleep(3 * time.Second)
		if n := len(s.briefings(t)); n != 1 {
			t.Errorf("%d briefings after the look, want 1", n)
		}
	})
	t.Run("an answer whose receipt was lost is not repeated", func(t *testing.T) {
		s.eventually(t, time.Minute, "the look at the thread", func() bool { return r.called("conversations.replies") > 0 })
		time.Sleep(2 * time.Second)
		if replies := s.replies(t, e2eChannel, lost); len(replies) != 1 {
			t.Errorf("%d replies, want 1: %v", len(replies), replies)
		}
	})
}

// sitrepProcess is the binary under test.
type sitrepProcess struct {
	t     *testing.T
	dir   string
	relay *relay
	cmd   *exec.Cmd
	done  chan struct{}
}

func (p *sitrepProcess) path(name string) string { return filepath.Join(p.dir, name) }

func (p *sitrepProcess) build() {
	p.t.Helper()
	// The flags of the released binary, so that what was built before is used again.
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", p.path("sitrep"), ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("build: %v\n%s", err, out)
	}
}

// configure writes the configuration file with these briefings.
func (p *sitrepProcess) configure(briefings string) {
	p.t.Helper()
	if err := os.WriteFile(p.path("sitrep.yaml"), []byte("timezone: UTC\nbriefings: "+briefings+"\n"), 0o600); err != nil {
		p.t.Fatal(err)
	}
}

// loadFirstReport loads the text of the first report, then its hand-written facts.
func (p *sitrepProcess) loadFirstReport() {
	p.t.Helper()
	seed := filepath.Join("internal", "facts", "seed")
	text, err := os.ReadFile(filepath.Join(seed, "report.txt"))
	if err != nil {
		p.t.Fatal(err)
	}
	title, _, _ := strings.Cut(string(text), "\n")
	line, _ := json.Marshal(map[string]string{"id": "R1", "title": title, "published": "2024-10-23", "text": string(text)})
	if err := os.WriteFile(p.path("report.jsonl"), line, 0o600); err != nil {
		p.t.Fatal(err)
	}
	for _, file := range []string{p.path("report.jsonl"), filepath.Join(seed, "facts.yaml")} {
		cmd := exec.Command(p.path("sitrep"), "load", "--db", p.path("sitrep.db"), file)
		if out, err := cmd.CombinedOutput(); err != nil {
			p.t.Fatalf("load %s: %v\n%s", file, err, out)
		}
	}
}

// start serves until the test ends or kill.
func (p *sitrepProcess) start() {
	p.t.Helper()
	log := &syncBuffer{}
	p.cmd = exec.Command(p.path("sitrep"), "serve", "--db", p.path("sitrep.db"), "--config", p.path("sitrep.yaml"))
	p.cmd.Dir = p.dir
	p.cmd.Env = append(os.Environ(), "SLACK_API_URL="+p.relay.srv.URL+"/api/", "SLACK_BOT_TOKEN=xoxb-local-test", "SLACK_APP_TOKEN=xapp-local-test")
	p.cmd.Stdout, p.cmd.Stderr = log, log
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	cmd, done := p.cmd, make(chan struct{})
	p.done = done
	go func() { _ = cmd.Wait(); close(done) }()
	p.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-done
		if p.t.Failed() {
			p.t.Logf("sitrep:\n%s", log)
		}
		for _, secret := range []string{"xoxb-", "xapp-"} {
			if strings.Contains(log.String(), secret) {
				p.t.Errorf("the log holds a token (%s…)", secret)
			}
		}
	})
	p.waitConnected()
}

// waitConnected waits until the binary has its socket: what comes before is lost,
// because local-slack keeps nothing for those who are not there.
func (p *sitrepProcess) waitConnected() {
	p.t.Helper()
	select {
	case <-p.relay.hello:
	case <-p.done:
		p.t.Fatal("sitrep ended before it connected")
	case <-time.After(20 * time.Second):
		p.t.Fatal("sitrep did not connect within 20 s")
	}
}

// kill ends the process without a warning.
func (p *sitrepProcess) kill() { _ = p.cmd.Process.Kill() }

// wait waits for the process to be gone.
func (p *sitrepProcess) wait() {
	p.t.Helper()
	select {
	case <-p.done:
	case <-time.After(20 * time.Second):
		p.t.Fatal("sitrep did not end within 20 s")
	}
}

// stop asks the process to end, as a supervisor does, and wants a clean exit.
func (p *sitrepProcess) stop() {
	p.t.Helper()
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	p.wait()
	if code := p.cmd.ProcessState.ExitCode(); code != 0 {
		p.t.Errorf("sitrep ended with exit status %d after SIGTERM", code)
	}
}

// syncBuffer is a log that may be written and read at the same time.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
