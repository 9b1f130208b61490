// Command fitmatch fits the weights by which figures are ranked for a question, to
// a store and a folder with questions.jsonl and gold.jsonl:
//
//	go run ./internal/answer/fitmatch STORE.db FOLDER
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/store"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: fitmatch STORE.db FOLDER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "fitmatch:", err)
		os.Exit(1)
	}
}

// A finder searches a store as the answerer asks.
type finder struct{ *store.Store }

func (f finder) Find(ctx context.Context, s answer.Search) ([]facts.Document, error) {
	return f.Store.Find(ctx, store.Search(s))
}

type gold struct {
	ID       string `json:"id"`
	Evidence []struct {
		Doc    string   `json:"doc"`
		Number *float64 `json:"number"`
	} `json:"evidence"`
}

func run(ctx context.Context, path, folder string) error {
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	defer s.Close()
	byID := map[string]gold{}
	if err := lines(filepath.Join(folder, "gold.jsonl"), func(g gold) { byID[g.ID] = g }); err != nil {
		return err
	}
	var examples []answer.Example
	err = lines(filepath.Join(folder, "questions.jsonl"), func(q answer.Question) {
		x := answer.Example{Question: q, Right: map[string][]float64{}}
		for _, e := range byID[q.ID].Evidence {
			if e.Number != nil {
				x.Right[e.Doc] = append(x.Right[e.Doc], *e.Number)
			}
		}
		examples = append(examples, x)
	})
	if err != nil {
		return err
	}
	weights, err := answer.FitMatch(ctx, finder{s}, examples)
	if err != nil {
		return err
	}
	for _, w := range weights {
		fmt.Printf("%.3f, ", w)
	}
	fmt.Println()
	return nil
}

func lines[T any](path string, each func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		var v T
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		each(v)
	}
	return sc.Err()
}
