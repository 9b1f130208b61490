package main

import (
	"context"
	"strings"

	"sitrep/internal/answer"
	"sitrep/internal/extract"
	"sitrep/internal/facts"
	"sitrep/internal/store"
)

// A reader reads a draft as reports are read.
type reader struct{}

func (reader) Read(r facts.Report) facts.Document {
	read := extract.Read(r)
	r.Sentences = read.Sentences
	return facts.Document{Report: r, Facts: read.Facts}
}

// A few are some reports, all of which every search finds.
type few []facts.Document

func (f few) Find(context.Context, answer.Search) ([]facts.Document, error) { return f, nil }

// beside is how many other reports a draft is checked against.
const beside = 7

// copies makes wrong copy of right: of sentences with a figure, and of the lines that
// answers show, and counts what the check of a draft finds.
func copies(ctx context.Context, t *tally, s *store.Store, most int) error {
	reports, err := s.Reports(ctx)
	if err != nil {
		return err
	}
	for from := 0; from < len(reports) && most > 0; from += beside + 1 {
		var docs few
		for _, r := range reports[from:min(len(reports), from+beside+1)] {
			doc, err := s.Document(ctx, r.ID)
			if err != nil {
				return err
			}
			docs = append(docs, doc)
		}
		e := answer.New(docs)
		t.stopped = func(text string, _ answer.Evidence) (why []string) {
			review, err := e.CheckCopy(ctx, reader{}, answer.Draft{Text: text})
			if err != nil {
				return []string{err.Error()}
			}
			for _, f := range review.Findings {
				if f.Verdict != answer.Supported {
					why = append(why, f.Text+": "+f.Verdict+", "+f.Why)
				}
			}
			return why
		}
		for _, p := range rightCopy(e, docs[0]) {
			if most--; most < 0 {
				break
			}
			t.copied(p)
		}
	}
	return nil
}

// perDraft is how many sentences, and how many lines, one report gives.
const perDraft = 3

// rightCopy is right copy of one report.
func rightCopy(e *answer.Engine, doc facts.Document) []answer.Proof {
	var out []answer.Proof
	index := facts.NewIndex(doc.Report.Text)
	seen := map[int]bool{}
	for _, s := range doc.Report.Sentences {
		text, _ := index.Slice(s.Start, s.End)
		cited := answer.Cited{N: 1, Sentence: text}
		for _, f := range doc.Facts {
			if f.Quote.S == s.S && f.Value != nil && f.Firm {
				cited.Facts = append(cited.Facts, f)
			}
		}
		if len(cited.Facts) == 0 || seen[s.S] || len(seen) == perDraft {
			continue
		}
		seen[s.S] = true
		out = append(out, answer.Proof{Line: text, Evidence: answer.Evidence{Cited: []answer.Cited{cited}}})
	}
	lines := 0
	for _, p := range e.Proofs(doc) {
		if lines < perDraft && len(answer.Check(p.Line, p.Evidence)) == 0 {
			lines++
			p.Line = strings.TrimSpace(markers.ReplaceAllString(p.Line, ""))
			out = append(out, p)
		}
	}
	return out
}
