// Package terminal is the channel in the terminal: questions and answers,
// briefings as they come due, and the sentences behind them. Nothing from a
// report or a question reaches the terminal as a control character. The package
// stores no key.
package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
)

// An Answerer answers one question.
type Answerer interface {
	Answer(ctx context.Context, q answer.Question) (answer.Answer, error)
}

// An Upcoming is the next issue of one briefing.
type Upcoming struct {
	Name    string
	Channel string
	At      time.Time // in the briefing's zone
}

// Options are what the terminal needs to know beside its answerer. A function
// that is nil means that there is nothing of the kind.
type Options struct {
	// Now is the clock. Default: time.Now.
	Now func() time.Time
	// Style is how text is laid out: StyleOf(out, os.Getenv) suits most.
	Style Style
	// Interactive says whether to greet and prompt: see IsTerminal.
	Interactive bool
	// Reports lists the loaded reports, newest first; texts may be left out.
	Reports func(ctx context.Context) ([]facts.Report, error)
	// Brief composes the briefing of that name, or the first one when name is
	// empty. Its error is shown to the user.
	Brief func(ctx context.Context, name string, now time.Time) (answer.Message, error)
	// Next lists the next issues, the soonest first.
	Next func(now time.Time) []Upcoming
	// Try are questions that the greeting proposes. Default: three general ones.
	Try []string
}

// IsTerminal reports whether a reader or a writer is a terminal, so that somebody
// sits before it.
func IsTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

const (
	maxQuestion = 4000 // bytes of one line; longer is a paste by mistake
	maxThread   = 20   // earlier questions that a follow-up may lean on
	prompt      = "> "
)

// A Terminal is one conversation. Run and Post may be called at the same time.
type Terminal struct {
	in      io.Reader
	answers Answerer
	opts    Options

	thread []string // earlier questions, oldest first; used by Run only

	mu      sync.Mutex // guards what follows
	out     io.Writer
	last    answer.Message // what was shown last, for /source
	waiting bool           // the prompt is on the screen
}

// New returns a terminal that reads questions from in and writes to out.
func New(in io.Reader, out io.Writer, answers Answerer, opts Options) *Terminal {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Try == nil {
		opts.Try = []string{"What is confirmed?", "What are the figures?", "What is not known?"}
	}
	return &Terminal{in: in, out: out, answers: answers, opts: opts}
}

// ErrUnanswered says that lines of a piped input failed; the output says which.
var ErrUnanswered = errors.New("some questions could not be answered")

// Run reads lines until the input or ctx ends, or somebody types /quit; all three
// are a clean end. When nobody sits before it, failed questions come back as
// ErrUnanswered. Any other error is one of reading or writing.
//
// A read of a terminal cannot be interrupted: after Run one goroutine may stay in
// it until a line or the end of the input comes.
func (t *Terminal) Run(ctx context.Context) error {
	if t.opts.Interactive {
		if err := t.print(t.greeting(ctx)); err != nil {
			return err
		}
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	lines := t.lines(reading)
	failed := false
	for {
		if err := t.prompt(); err != nil {
			return err
		}
		var line input
		select {
		case <-ctx.Done():
			return t.leave()
		case line = <-lines:
		}
		switch {
		case errors.Is(line.err, io.EOF):
			if failed && !t.opts.Interactive {
				return ErrUnanswered
			}
			return t.leave()
		case line.err != nil:
			return fmt.Errorf("terminal: read: %w", line.err)
		}
		text, ok, quit := t.reply(ctx, line)
		if ctx.Err() != nil || quit {
			return t.leave()
		}
		failed = failed || !ok
		if err := t.print(text); err != nil {
			return err
		}
	}
}

// An input is one line, or why there is none.
type input struct {
	text string
	long bool // only the beginning of a line that is too long
	err  error
}

// lines reads the input into a channel, so that waiting for a line can end.
func (t *Terminal) lines(ctx context.Context) <-chan input {
	ch := make(chan input)
	go func() {
		br := bufio.NewReader(t.in)
		for {
			next := readLine(br)
			select {
			case ch <- next:
			case <-ctx.Done():
				return
			}
			if next.err != nil {
				return
			}
		}
	}()
	return ch
}

// readLine reads one line, of which it keeps at most maxQuestion bytes. A last
// line without a newline is a line.
func readLine(br *bufio.Reader) input {
	var line []byte
	var in input
	for {
		part, err := br.ReadSlice('\n')
		if room := maxQuestion - len(line); len(strings.TrimRight(string(part), "\r\n")) > room {
			part, in.long = part[:room], true
		}
		line = append(line, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && len(line) == 0:
			in.err = err
		case err != nil && !errors.Is(err, io.EOF):
			in.err = err
		}
		in.text = string(line)
		return in
	}
}

// reply returns what to print for a line, whether it was answered, and whether
// the conversation is over.
func (t *Terminal) reply(ctx context.Context, line input) (text string, ok, quit bool) {
	if line.long {
		return t.say("That is longer than a question: at most %d characters, please.", maxQuestion), false, false
	}
	text = Clean(line.text)
	if bare := strings.ToLower(text); bare == "help" || bare == "quit" || bare == "exit" {
		text = "/" + bare // nobody asks the reports that
	}
	switch {
	case text == "" && strings.TrimSpace(line.text) == "" && !t.opts.Interactive:
		return "", true, false
	case text == "":
		return t.say("Type a question, or /help for what else can be typed."), true, false
	case text == "/quit" || text == "/exit" || text == "/q":
		return "", true, true
	case strings.HasPrefix(text, "/"):
		text, ok = t.command(ctx, text)
		return text, ok, false
	}
	text, ok = t.ask(ctx, text)
	return text, ok, false
}

// ask answers a question in the light of those before it.
func (t *Terminal) ask(ctx context.Context, question string) (string, bool) {
	a, err := t.answers.Answer(ctx, answer.Question{Text: question, Thread: t.thread})
	if err != nil {
		return t.say("That could not be answered: %v", err), false
	}
	t.thread = append(t.thread, question)
	if extra := len(t.thread) - maxThread; extra > 0 {
		t.thread = t.thread[extra:]
	}
	return t.show(a.Message()), true
}

// show lays out a message and remembers it for /source.
func (t *Terminal) show(m answer.Message) string {
	t.mu.Lock()
	t.last = m
	t.mu.Unlock()
	return t.opts.Style.message(m)
}

// say lays out a sentence of our own.
func (t *Terminal) say(format string, args ...any) string {
	return t.opts.Style.wrap("", Clean(fmt.Sprintf(format, args...)))
}

// print writes what was laid out; someone who sits before it gets air around it.
func (t *Terminal) print(text string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.waiting = false
	if text == "" {
		return nil
	}
	return t.write(text + "\n")
}

// prompt shows that a line may be typed.
func (t *Terminal) prompt() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.opts.Interactive {
		return nil
	}
	t.waiting = true
	return t.write(prompt)
}

// leave ends the line of a prompt.
func (t *Terminal) leave() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.waiting {
		return nil
	}
	t.waiting = false
	return t.write("\n")
}

// write writes to the output; the caller holds the lock.
func (t *Terminal) write(text string) error {
	if _, err := io.WriteString(t.out, text); err != nil {
		return fmt.Errorf("terminal: write: %w", err)
	}
	return nil
}

// shorten cuts a text to n code points for a list.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:n-1]), " ") + "…"
}
