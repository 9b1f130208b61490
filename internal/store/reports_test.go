package store

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sitrep/internal/facts"
)

var noon = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

// report is a small report with one sentence and one fact, read by rules.
func report(id, published, text string) facts.Document {
	amount := 2.0
	return facts.Document{
		Report: facts.Report{
			ID: id, Title: "", Published: published, Text: text, Read: facts.ReadRules, Loaded: noon,
			Sentences: []facts.Sentence{{S: 1, Start: 0, End: len([]rune(text))}},
		},
		Facts: []facts.Fact{{
			ID: "F1", Claim: text, Measure: "ships", Value: &facts.Value{Text: "Two", Amount: &amount, Bound: facts.BoundExact, Unit: "ship"},
			Factuality: facts.Certain, Source: facts.Source{Name: facts.OwnVoice, Kind: facts.KindReport}, Speech: facts.SpeechNone,
			Quote: facts.Quote{S: 1, Start: 0, End: 3, Exact: text}, Status: facts.StatusCurrent, Read: facts.ReadRules, Firm: true,
		}},
	}
}

// byHand turns a document into one with facts written by a person.
func byHand(d facts.Document, claim string) facts.Document {
	d.Report.Read = facts.ReadHand
	d.Facts = append([]facts.Fact{}, d.Facts...)
	d.Facts[0].Claim, d.Facts[0].Read = claim, facts.ReadHand
	return d
}

func save(t *testing.T, s *Store, docs ...facts.Document) []Change {
	t.Helper()
	changes, err := s.SaveReports(t.Context(), docs)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func found(t *testing.T, s *Store, q Search) []string {
	t.Helper()
	docs, err := s.Find(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.Report.ID)
	}
	return ids
}

func TestDocumentComesBackWhole(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		d := report("a/ü #1", "2024-10-23", "Title\n\nZwei Schiffe — 2 ships.\x00 End")
		d.Report.Title, d.Report.URL, d.Report.Publisher = "Title", "https://example.org/a?b=c", "The Paper"
		d.Report.Byline, d.Report.PublishedBasis = "A. Writer", facts.BasisPage
		d.Facts[0].Via, d.Facts[0].Cue = []string{"radio"}, &facts.Span{Text: "said", S: 1}
		save(t, s, d)
		got, err := s.Document(t.Context(), "a/ü #1")
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Report.SHA256) != 64 {
			t.Errorf("sha256 %q", got.Report.SHA256)
		}
		d.Report.SHA256 = got.Report.SHA256
		if diff := cmp.Diff(d, got); diff != "" {
			t.Error(diff)
		}
		if _, err := s.Document(t.Context(), "b"); !errors.Is(err, ErrNotFound) {
			t.Errorf("an unknown report: %v", err)
		}
	})
}

func TestSaveReportChanges(t *testing.T) {
	first := report("a", "2024-10-23", "Two ships left port.")
	other := report("a", "2024-10-23", "Three ships left port.")
	otherFacts := report("a", "2024-10-23", "Two ships left port.")
	otherFacts.Facts[0].Claim = "read in another way"
	later := first
	later.Report.Loaded = noon.Add(time.Hour)
	hand := byHand(first, "a person's words")
	handLater := hand
	handLater.Report.Loaded = noon.Add(time.Hour)

	tests := []struct {
		name    string
		save    []facts.Document
		changes []Change
		claim   string
	}{
		{"once", []facts.Document{first}, []Change{Added}, "Two ships left port."},
		{"again", []facts.Document{first, later}, []Change{Added, Unchanged}, "Two ships left port."},
		{"same text, read otherwise", []facts.Document{first, otherFacts}, []Change{Added, Unchanged}, "Two ships left port."},
		{"another text", []facts.Document{first, other}, []Change{Added, Revised}, "Three ships left port."},
		{"there and back", []facts.Document{first, other, first}, []Change{Added, Revised, Revised}, "Two ships left port."},
		{"by hand over rules", []facts.Document{first, hand}, []Change{Added, Revised}, "a person's words"},
		{"by hand twice", []facts.Document{hand, handLater}, []Change{Added, Unchanged}, "a person's words"},
		{"rules never over hand", []facts.Document{hand, first}, []Change{Added, Unchanged}, "a person's words"},
		{"another hand", []facts.Document{hand, byHand(first, "better")}, []Change{Added, Revised}, "better"},
		{"a new text over hand", []facts.Document{hand, other}, []Change{Added, Revised}, "Three ships left port."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			everywhere(t, func(t *testing.T, s *Store) {
				if diff := cmp.Diff(tt.changes, save(t, s, tt.save...)); diff != "" {
					t.Error(diff)
				}
				d, err := s.Document(t.Context(), "a")
				if err != nil || d.Facts[0].Claim != tt.claim {
					t.Errorf("claim %q, %v; want %q", d.Facts[0].Claim, err, tt.claim)
				}
				if n, err := s.Count(t.Context()); n != 1 || err != nil {
					t.Errorf("Count = %d, %v", n, err)
				}
			})
		})
	}
}

func TestOldRevisionsStay(t *testing.T) {
	s := open(t, "")
	save(t, s, report("a", "", "First text."), report("a", "", "Second text."), report("a", "", "Third text."))
	if err := s.RemoveReport(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	save(t, s, report("a", "", "Third text."))
	rows, err := s.read.Query(`SELECT revision, status, body FROM report WHERE id = 'a' ORDER BY revision`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var got []string
	for rows.Next() {
		var revision int
		var status, body string
		if err := rows.Scan(&revision, &status, &body); err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(revision, " ", status, ": ", body))
	}
	want := []string{"1 superseded: First text.", "2 superseded: Second text.", "3 withdrawn: Third text.", "4 current: Third text."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSameTextUnderAnotherID(t *testing.T) {
	s := open(t, "")
	if diff := cmp.Diff([]Change{Added, Added}, save(t, s, report("a", "", "Same."), report("b", "", "Same."))); diff != "" {
		t.Error(diff)
	}
}

func TestSaveReportRefuses(t *testing.T) {
	s := open(t, "")
	wrong := report("b", "", "Text.")
	wrong.Report.SHA256 = strings.Repeat("0", 64)
	for _, bad := range []facts.Document{report("", "", "Text."), wrong} {
		if _, err := s.SaveReports(t.Context(), []facts.Document{report("a", "", "Text."), bad}); err == nil {
			t.Errorf("%q was saved", bad.Report.ID)
		}
	}
	if n, err := s.Count(t.Context()); n != 0 || err != nil {
		t.Errorf("Count = %d, %v: a failed batch left something", n, err)
	}
	if len(counts(t, s)) != 0 {
		t.Error("a failed batch left stems")
	}
}

func TestRemoveReport(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		save(t, s, report("a", "2024-10-23", "Two ships."), report("b", "2024-10-24", "Three ships."))
		if err := s.RemoveReport(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		if err := s.RemoveReport(t.Context(), "a"); !errors.Is(err, ErrNotFound) {
			t.Errorf("removed twice: %v", err)
		}
		if got := found(t, s, Search{Terms: []string{"ships"}}); len(got) != 1 || got[0] != "b" {
			t.Errorf("found %q", got)
		}
		if diff := cmp.Diff(map[string]int{"three": 1, "ship": 1}, counts(t, s)); diff != "" {
			t.Error(diff)
		}
		if got := save(t, s, report("a", "2024-10-23", "Two ships.")); got[0] != Added {
			t.Errorf("loaded again: %s", got[0])
		}
	})
}

func TestReportsAndArrived(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		at := func(d facts.Document, loaded time.Time) facts.Document {
			d.Report.Loaded = loaded
			return d
		}
		save(t, s,
			at(report("c", "2024-10-23", "C."), noon),
			at(report("a", "2024-10-23", "A."), noon.Add(time.Minute)),
			at(report("none", "", "N."), noon.Add(2*time.Minute)),
			at(report("new", "2025", "New."), noon.Add(3*time.Minute)),
			at(report("embedded", "2024-10-01", "E."), time.Time{}))
		list, err := s.Reports(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"new", "a", "c", "embedded", "none"}, ids(list)); diff != "" {
			t.Error(diff)
		}
		want := at(report("new", "2025", ""), noon.Add(3*time.Minute)).Report
		if diff := cmp.Diff(want, list[0], cmpopts.IgnoreFields(facts.Report{}, "SHA256", "Sentences")); diff != "" {
			t.Error(diff)
		}
		if list[0].Sentences != nil || len(list[0].SHA256) != 64 {
			t.Errorf("listed as %+v", list[0])
		}
		for _, tt := range []struct {
			since time.Time
			want  []string
		}{
			{time.Time{}, []string{"c", "a", "none", "new"}},
			{noon.Add(time.Minute), []string{"a", "none", "new"}},
			{noon.Add(time.Hour), nil},
		} {
			arrived, err := s.Arrived(t.Context(), tt.since)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, ids(arrived)); diff != "" {
				t.Errorf("since %s: %s", tt.since, diff)
			}
		}
	})
}

func ids(list []facts.Report) []string {
	var all []string
	for _, r := range list {
		all = append(all, r.ID)
	}
	return all
}

func TestReportByURL(t *testing.T) {
	s := open(t, "")
	d := report("a", "", "Text.")
	d.Report.URL = "https://example.org/a"
	save(t, s, d, report("b", "", "Text."))
	if id, err := s.ReportByURL(t.Context(), d.Report.URL); id != "a" || err != nil {
		t.Errorf("ReportByURL = %q, %v", id, err)
	}
	for _, url := range []string{"", "https://example.org/b"} {
		if _, err := s.ReportByURL(t.Context(), url); !errors.Is(err, ErrNotFound) {
			t.Errorf("ReportByURL(%q): %v", url, err)
		}
	}
}

// Many save the same and different reports at once: no revision is lost or doubled.
func TestSaveReportTogether(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		var all sync.WaitGroup
		var mu sync.Mutex
		seen := map[Change]int{}
		for worker := range 8 {
			all.Go(func() {
				for i := range 20 {
					for _, d := range []facts.Document{report(fmt.Sprint("same", i), "", "Same text."), report("hot", "", fmt.Sprint(worker, i))} {
						change, err := s.SaveReport(t.Context(), d)
						if err != nil {
							t.Error(err)
							return
						}
						mu.Lock()
						seen[change]++
						mu.Unlock()
					}
				}
			})
		}
		all.Wait()
		want := map[Change]int{Added: 21, Revised: 159, Unchanged: 140}
		if diff := cmp.Diff(want, seen); diff != "" {
			t.Error(diff)
		}
		var revisions, last int
		if err := s.read.QueryRow(`SELECT count(*), max(revision) FROM report WHERE id = 'hot'`).Scan(&revisions, &last); err != nil {
			t.Fatal(err)
		}
		if revisions != 160 || last != 160 {
			t.Errorf("%d revisions, the last is %d", revisions, last)
		}
		if n := counts(t, s)["same"]; n != 20 {
			t.Errorf("%d reports count for a stem that stands in 20", n)
		}
	})
}
