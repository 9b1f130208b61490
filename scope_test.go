package main

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/store"
)

// What is out of scope changes nothing: an answer from some of the reports of a
// store is that from a store of only those.
func TestScopeLeaksNothing(t *testing.T) {
	m := &maker{seed: 7}
	docs := readAll(m.some(0, 110))
	all := answer.New(stored(t, docs))
	for name, keep := range map[string]func(i int, r facts.Report) bool{
		"some reports":      func(i int, _ facts.Report) bool { return i%2 == 1 },
		"few reports":       func(i int, _ facts.Report) bool { return i%17 == 3 },
		"as of a day":       func(_ int, r facts.Report) bool { return r.Published <= "2023-09-15" },
		"as of a day, some": func(i int, r facts.Report) bool { return i%3 > 0 && r.Published <= "2024-02-10" },
	} {
		t.Run(name, func(t *testing.T) {
			var scope answer.Question
			var in []facts.Document
			for i, d := range docs {
				if keep(i, d.Report) {
					in = append(in, d)
					scope.Reports = append(scope.Reports, d.Report.ID)
				}
			}
			scope.AsOf = map[string]string{"as of a day": "2023-09-15", "as of a day, some": "2024-02-10"}[name]
			alone := answer.Question{AsOf: scope.AsOf}
			switch name {
			case "as of a day":
				scope.Reports = nil
			case "as of a day, some": // named, but for the day also those that came later
				scope.Reports = nil
				for i, d := range docs {
					if i%3 > 0 {
						scope.Reports = append(scope.Reports, d.Report.ID)
					}
				}
			}
			only := answer.New(stored(t, in))
			for _, text := range questionsAbout(docs) {
				scope.Text, alone.Text = text, text
				if diff := cmp.Diff(answered(t, only, alone), answered(t, all, scope)); diff != "" {
					t.Errorf("%q: %s", text, diff)
				}
			}
		})
	}
}

func stored(t *testing.T, docs []facts.Document) *library {
	t.Helper()
	s, err := store.Open(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.SaveReports(t.Context(), docs); err != nil {
		t.Fatal(err)
	}
	return &library{store: s, explicit: true}
}

func answered(t *testing.T, e *answer.Engine, q answer.Question) string {
	t.Helper()
	a, err := e.Answer(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(a, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// questionsAbout asks for figures in and out of a scope, with right and with wrong
// spelling, by every kind of question that looks at all reports.
func questionsAbout(docs []facts.Document) []string {
	random := rand.New(rand.NewPCG(5, 6))
	out := []string{"how many workers?", "what is not known?", "what is disputed?", "how many workres were laid off?", "what changed?",
		"who says what?", "what is the latest?", "how many sheep were moved in Norway?", "did the ministry give a number?", "highest number of passengers?"}
	for len(out) < 36 {
		d := docs[random.IntN(len(docs))]
		text := questionFor(random, d, docs[random.IntN(len(docs))].Report.Title)
		if text == "" {
			continue
		}
		out = append(out, text)
		if words := strings.Fields(text); len(words) > 3 { // a letter lost
			long := words[len(words)-2]
			out = append(out, strings.Replace(text, long, long[:len(long)/2]+long[len(long)/2+1:], 1))
		}
	}
	return out
}
