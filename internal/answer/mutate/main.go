// Command mutate attacks the gate: from right lines it makes wrong ones in many
// classes, and prints for each class how many the gate stopped, and how many right
// lines it stopped:
//
//	go run ./internal/answer/mutate [-seed N] [-most N] [-figures N] [-show N] STORE.db[=QUESTIONS.jsonl]...
//
// The right lines are those of the answers to the questions, and with -figures the
// lines of so many figures of each store besides.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/store"
)

func main() {
	seed := flag.Uint64("seed", 1, "of the choice among mutants")
	most := flag.Int("most", 3, "most mutants of a class from one line")
	figures := flag.Int("figures", 0, "lines of so many figures of each store, beside the answers")
	show := flag.Int("show", 0, "print so many mutants of each class that passed")
	only := flag.String("only", "", "one class")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: mutate [flags] STORE.db[=QUESTIONS.jsonl]...")
		os.Exit(2)
	}
	t := newTally(*seed, *most, *show, *only)
	for _, arg := range flag.Args() {
		if err := attack(context.Background(), t, arg, *figures); err != nil {
			fmt.Fprintln(os.Stderr, "mutate:", err)
			os.Exit(1)
		}
	}
	t.print(os.Stdout)
}

// A finder searches a store as the answerer asks.
type finder struct{ *store.Store }

func (f finder) Find(ctx context.Context, s answer.Search) ([]facts.Document, error) {
	return f.Store.Find(ctx, store.Search(s))
}

// attack takes the right lines of one store through the classes.
func attack(ctx context.Context, t *tally, arg string, figures int) error {
	path, questions, _ := strings.Cut(arg, "=")
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	defer s.Close()
	e := answer.New(finder{s})
	if questions != "" {
		if err := eachQuestion(questions, func(q answer.Question) error {
			a, err := e.Answer(ctx, q)
			if err != nil {
				return err
			}
			t.answered(a)
			return nil
		}); err != nil {
			return err
		}
	}
	reports, err := s.Reports(ctx)
	if err != nil {
		return err
	}
	for _, r := range reports {
		if figures <= 0 {
			return nil
		}
		doc, err := s.Document(ctx, r.ID)
		if err != nil {
			return err
		}
		figures -= t.figures(e, doc, min(figures, perReport))
	}
	return nil
}

// perReport is how many figures of one report are used, so that a long one does not
// stand for all.
const perReport = 12

func eachQuestion(path string, each func(answer.Question) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		var q answer.Question
		if err := json.Unmarshal(sc.Bytes(), &q); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := each(q); err != nil {
			return err
		}
	}
	return sc.Err()
}
