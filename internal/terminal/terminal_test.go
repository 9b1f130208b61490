package terminal

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/ledger"
)

var _ ledger.Poster = (*Terminal)(nil)

// A parrot answers with the question and its thread, and fails on "fail".
type parrot struct{ asked []answer.Question }

func (p *parrot) Answer(_ context.Context, q answer.Question) (answer.Answer, error) {
	p.asked = append(p.asked, q)
	if q.Text == "fail" {
		return answer.Answer{}, errors.New("the store\x1b[2J is closed")
	}
	n := len(p.asked)
	text := fmt.Sprintf("You asked %q after %q [%d].", q.Text, q.Thread, n)
	return answer.Answer{
		Behaviour: answer.Gives, Text: text,
		Lines:     []answer.Line{{Role: answer.RoleLead, Text: text}},
		Citations: []answer.Citation{{N: n, Report: "a", Title: "Harbour", S: n, Exact: fmt.Sprintf("Sentence %d.", n), URL: &address}},
	}, nil
}

var address = "https://x.example/\x1b[1ma"

// noon is the time of every test.
func noon() time.Time { return time.Date(2024, 10, 24, 12, 0, 0, 0, time.UTC) }

// talk runs a conversation over typed lines and returns what was printed.
func talk(t *testing.T, typed string, opts Options) (string, *parrot) {
	t.Helper()
	var out bytes.Buffer
	p := &parrot{}
	opts.Now = noon
	if err := New(strings.NewReader(typed), &out, p, opts).Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	assertInert(t, out.String())
	return out.String(), p
}

func TestPipe(t *testing.T) {
	out, p := talk(t, "how many ships?\r\n\n  and boats? \nlast", Options{})
	for _, want := range []string{`You asked "how many ships?" after [] [1].`, `You asked "last" after ["how many ships?" "and boats?"] [3].`, "[1] “Sentence 1.” — Harbour"} {
		if !strings.Contains(out, want) {
			t.Errorf("missing %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, prompt) || strings.Contains(out, "/help") || !strings.HasPrefix(out, "You asked") {
		t.Errorf("greeting or prompt in a pipe:\n%s", out)
	}
	if len(p.asked) != 3 {
		t.Errorf("%d questions asked", len(p.asked))
	}
}

func TestThread(t *testing.T) {
	var typed strings.Builder
	for i := range maxThread + 5 {
		fmt.Fprintf(&typed, "q%d\n", i)
	}
	typed.WriteString("/new\nafresh\nagain\n")
	_, p := talk(t, typed.String(), Options{})
	long := p.asked[maxThread+4].Thread
	if len(long) != maxThread || long[len(long)-1] != fmt.Sprintf("q%d", maxThread+3) {
		t.Errorf("thread %q", long)
	}
	last := p.asked[len(p.asked)-2:]
	if len(last[0].Thread) != 0 || !cmp.Equal(last[1].Thread, []string{"afresh"}) {
		t.Errorf("after /new: %q, %q", last[0].Thread, last[1].Thread)
	}
}

func TestGreeting(t *testing.T) {
	opts := Options{
		Interactive: true,
		Reports: func(context.Context) ([]facts.Report, error) {
			return []facts.Report{{ID: "R1", Title: "Harbour\x1b[2J Reopens", Published: "2024-10-23", PublishedBasis: "supplied", Read: "hand"}}, nil
		},
		Next: func(now time.Time) []Upcoming {
			return []Upcoming{{Name: "daily", At: now.Add(19 * time.Hour)}}
		},
	}
	out, p := talk(t, "QUIT\nnever\n", opts)
	want := `Loaded: Harbour Reopens, 23 Oct 2024 (date supplied), id R1, facts checked by hand.
Next briefing: daily, Fri 25 Oct 2024, 07:00 UTC.
Try:
  What is confirmed?
  What are the figures?
  What is not known?
/help shows what else can be typed, /quit leaves.

> 
`
	if diff := cmp.Diff(want, out); diff != "" {
		t.Error(diff)
	}
	if len(p.asked) != 0 {
		t.Error("asked after /quit")
	}
}

func TestCommands(t *testing.T) {
	opts := Options{
		Reports: func(context.Context) ([]facts.Report, error) {
			var list []facts.Report
			for i := range most + 2 {
				list = append(list, facts.Report{ID: fmt.Sprint(i), Publisher: "Wire", Read: facts.ReadRules})
			}
			return list, nil
		},
		Brief: func(_ context.Context, name string, now time.Time) (answer.Message, error) {
			if name == "gone" {
				return answer.Message{}, errors.New("there is no briefing \"gone\"")
			}
			return answer.Message{Title: "Brief " + name + now.Format(" 15:04"), Citations: []answer.Citation{{N: 7, Title: "B", Exact: "Of the brief."}}}, nil
		},
	}
	for _, tt := range []struct{ name, typed, want string }{
		{"source before an answer", "/source 1\n", "Nothing shown so far cites a sentence."},
		{"source", "ships?\n/source 1\n", "[1] “Sentence 1.” — Harbour, undated (outlet not stated), sentence 1\n    https://x.example/a\n"},
		{"source in brackets", "ships?\n/source [1]\n", "\n\n[1] “Sentence 1.”"},
		{"source of a failed question", "ships?\nfail\n/source 1\n", "closed\n\n[1] “Sentence 1.”"},
		{"source without a number", "ships?\n/source\n", "Which sentence? Write /source and a number from 1 to 1."},
		{"source out of range", "ships?\n/source 99\n", "There is no [99]; the last answer has 1 to 1."},
		{"source of a briefing", "/brief\n/source 7\n", "\n\n[7] “Of the brief.” — B"},
		{"brief", "/brief  evening \n", "Brief evening 12:00\n"},
		{"unknown brief", "/brief gone\n", "No briefing: there is no briefing \"gone\"."},
		{"reports", "/reports\n", "• (no title), Wire, undated, id 19, facts read by rules\n… and 2 more.\n"},
		{"help", "/help\n", "/source N"},
		{"unknown command", "/nonsense\x1b[2J now\n", "There is no command /nonsense; /help lists them."},
		{"controls only", "\x01\x02\x1b[2J\n", "Type a question, or /help for what else can be typed."},
		{"too long", strings.Repeat("why ", maxQuestion) + "\nnext\n", "That is longer than a question: at most 4000 characters, please.\n\nYou asked \"next\""},
		{"failure", "fail\n", "That could not be answered: the store is closed\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			o := opts
			o.Now = noon
			err := New(strings.NewReader(tt.typed), &out, &parrot{}, o).Run(t.Context())
			if err != nil && !errors.Is(err, ErrUnanswered) {
				t.Fatal(err)
			}
			assertInert(t, out.String())
			if !strings.Contains(out.String(), tt.want) {
				t.Errorf("missing %q in\n%s", tt.want, out.String())
			}
		})
	}
}

func TestWithoutAnything(t *testing.T) {
	out, _ := talk(t, "\n/brief\n/reports\n", Options{Interactive: true, Try: []string{}})
	want := "No report is loaded yet.\n/help shows what else can be typed, /quit leaves.\n\n" +
		"> Type a question, or /help for what else can be typed.\n\n" +
		"> No briefing is configured.\n\n> No report is loaded.\n\n> \n"
	if diff := cmp.Diff(want, out); diff != "" {
		t.Error(diff)
	}
}

func TestFailureOfAPipeIsReported(t *testing.T) {
	for interactive, want := range map[bool]error{false: ErrUnanswered, true: nil} {
		err := New(strings.NewReader("fail\nok\n"), io.Discard, &parrot{}, Options{Interactive: interactive}).Run(t.Context())
		if err != want {
			t.Errorf("interactive %v: error %v, want %v", interactive, err, want)
		}
	}
	if err := New(strings.NewReader("ok\n"), brokenWriter{}, &parrot{}, Options{}).Run(t.Context()); err == nil || !strings.Contains(err.Error(), "terminal: write: gone") {
		t.Errorf("broken output: %v", err)
	}
}

// A screen is an output that can be read while it is written.
type screen struct {
	mu   sync.Mutex
	text strings.Builder
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

func TestInterruptEndsCleanly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, typist := io.Pipe()
		out := &screen{}
		done := make(chan error)
		go func() {
			done <- New(in, out, &parrot{}, Options{Interactive: true, Try: []string{}}).Run(ctx)
		}()
		synctest.Wait()
		cancel()
		if err := <-done; err != nil {
			t.Errorf("error %v", err)
		}
		if !strings.HasSuffix(out.String(), prompt+"\n") {
			t.Errorf("the prompt's line is not ended: %q", out.String())
		}
		typist.Close() // lets the reader go
	})
}

func TestPostWhileWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, typist := io.Pipe()
		out := &screen{}
		term := New(in, out, &parrot{}, Options{Interactive: true, Try: []string{}})
		done := make(chan error)
		go func() { done <- term.Run(t.Context()) }()
		synctest.Wait()
		payload, err := json.Marshal(answer.Message{Title: "Due \x1b[2Jnow", Citations: []answer.Citation{{N: 3, Exact: "Of the brief."}}})
		if err != nil {
			t.Fatal(err)
		}
		ts, err := term.Post(t.Context(), ledger.Delivery{ID: "run-1", Payload: payload})
		if err != nil || ts != "run-1" {
			t.Errorf("ts %q, error %v", ts, err)
		}
		if want := "> \nDue now\n\n[3] “Of the brief.” — report , undated (outlet not stated), sentence 0\n\n> "; !strings.HasSuffix(out.String(), want) {
			t.Errorf("screen %q", out.String())
		}
		if _, err := io.WriteString(typist, "/source 3\n"); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if got := strings.Count(out.String(), "Of the brief."); got != 2 {
			t.Errorf("the sentence of the briefing is shown %d times", got)
		}
		typist.Close()
		if err := <-done; err != nil {
			t.Error(err)
		}
		assertInert(t, out.String())
	})
}

// A half writer takes part of what it is given.
type halfWriter struct{}

func (halfWriter) Write(p []byte) (int, error) { return len(p) / 2, io.ErrShortWrite }

func TestPostFailures(t *testing.T) {
	good := json.RawMessage(`{"title":"Due","sections":[],"citations":[]}`)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	var unsent *ledger.NotSentError
	var refused *ledger.RefusedError
	for _, tt := range []struct {
		name    string
		ctx     context.Context
		out     io.Writer
		payload json.RawMessage
		want    any // a pointer for errors.As, or nil for any other error
	}{
		{"cancelled", cancelled, io.Discard, good, &unsent},
		{"nothing written", t.Context(), brokenWriter{}, good, &unsent},
		{"not a message", t.Context(), io.Discard, json.RawMessage(`[1]`), &refused},
		{"half written", t.Context(), halfWriter{}, good, nil},
	} {
		_, err := New(strings.NewReader(""), tt.out, &parrot{}, Options{}).Post(tt.ctx, ledger.Delivery{ID: "d", Payload: tt.payload})
		if err == nil {
			t.Errorf("%s: no error", tt.name)
			continue
		}
		if tt.want == nil && (errors.As(err, &unsent) || errors.As(err, &refused)) || tt.want != nil && !errors.As(err, tt.want) {
			t.Errorf("%s: error %T %v", tt.name, err, err)
		}
	}
	if _, found, err := New(nil, nil, nil, Options{}).Lookup(t.Context(), ledger.Delivery{}); found || err == nil {
		t.Errorf("a terminal was looked up: found %v, error %v", found, err)
	}
}
