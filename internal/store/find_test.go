package store

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/facts"
)

func TestFind(t *testing.T) {
	everywhere(t, func(t *testing.T, s *Store) {
		save(t, s,
			report("old", "2024-10-01", "The minister counted 2,500 ships and a zeppelin."),
			report("mid", "2024-10-10", "Ships sailed."),
			report("new", "2024-10-20", "The minister spoke."),
			report("newer", "2024-10-20T08:00:00Z", "Nothing of note."),
			report("month", "2024-11", "Ships were counted."),
			report("undated", "", "The minister denied it."))
		tests := []struct {
			name string
			q    Search
			want string
		}{
			{"all when few", Search{Terms: []string{"zeppelin"}}, "month newer new mid old undated"},
			{"no terms", Search{Limit: 2}, "month newer"},
			{"unknown terms", Search{Terms: []string{"submarine"}, Limit: 2}, "month newer"},
			{"rarest first", Search{Terms: []string{"ships", "zeppelin"}, Limit: 1}, "old"},
			{"most terms first", Search{Terms: []string{"minister", "ship"}, Limit: 1}, "old"},
			{"stems", Search{Terms: []string{"counting"}, Limit: 2}, "month old"},
			{"numbers", Search{Terms: []string{"2500"}, Limit: 1}, "old"},
			{"newest of the same", Search{Terms: []string{"minister"}, Limit: 2}, "new old"},
			{"only some reports", Search{Terms: []string{"ships"}, Reports: []string{"new", "mid", "gone"}}, "new mid"},
			{"terms inside some reports", Search{Terms: []string{"ships"}, Reports: []string{"new", "mid", "old"}, Limit: 1}, "mid"},
			{"as of a day", Search{AsOf: "2024-10-10"}, "mid old undated"},
			{"as of a month", Search{AsOf: "2024-10"}, "newer new mid old undated"},
			{"as of a time", Search{AsOf: "2024-10-20T01:00:00Z"}, "newer new mid old undated"},
			{"as of the day before", Search{AsOf: "2024-09-30"}, "undated"},
			{"as of, with terms", Search{Terms: []string{"counted"}, AsOf: "2024-10-31", Limit: 1}, "old"},
			{"odd terms", Search{Terms: []string{`"`, "x OR y", "NEAR(", "x*", "stems:ships"}, Limit: 1}, "month"},
		}
		for _, tt := range tests {
			if got := strings.Join(found(t, s, tt.q), " "); got != tt.want {
				t.Errorf("%s: found %q, want %q", tt.name, got, tt.want)
			}
		}
	})
}

// With more reports than one search looks at, a rare word still finds its report.
func TestFindUnderCap(t *testing.T) {
	s := open(t, "")
	var docs []facts.Document
	for i := range postings + 200 {
		text := "Common words about ships."
		if i == 7 {
			text += " And a zeppelin."
		}
		docs = append(docs, facts.Document{Report: facts.Report{
			ID: fmt.Sprintf("r%05d", i), Published: fmt.Sprintf("20%02d-01-01", i%90), Text: text, Read: facts.ReadRules}})
	}
	save(t, s, docs...)
	got := found(t, s, Search{Terms: []string{"common", "ships", "zeppelin"}})
	if len(got) != 50 {
		t.Fatalf("found %d", len(got))
	}
	if !strings.Contains(strings.Join(got, " "), "r00007") {
		t.Errorf("the rare report is not among %q", got)
	}
	if got := found(t, s, Search{Terms: []string{"common"}, Limit: 1}); got[0] != "r00089" {
		t.Errorf("the newest with a common word is %q", got)
	}
}

func TestFindDocumentsAreWhole(t *testing.T) {
	s := open(t, "")
	save(t, s, report("a", "2024-10-23", "Two ships."))
	want, err := s.Document(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Find(t.Context(), Search{Terms: []string{"ship"}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]facts.Document{want}, got); diff != "" {
		t.Error(diff)
	}
	empty, err := open(t, "").Find(t.Context(), Search{})
	if err != nil || len(empty) != 0 {
		t.Errorf("in an empty store: %v, %v", empty, err)
	}
}

func TestStems(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Ships, ship; SHIPPING!", "ship"},
		{"2,500 men, 4.5% and 1.", "2500 men 4·5 and 1"},
		{"North Korea’s and Korea's", "north korea and"},
		{"the U.S. said", "the us said"},
		{"It ended.Then it began", "it end then began"},
		{"COVID-19", "covid 19"},
		{"Zürich São ﬁre", "zürich são fire"},
		{"'s 's' it's", "s it"},
		{"", ""},
	} {
		if got := strings.Join(stems(tt.text), " "); got != tt.want {
			t.Errorf("stems(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Whatever the text, its stems hold nothing that would cut them in two or be read
// as an operator, and every one of them finds the report again.
func FuzzStems(f *testing.F) {
	for _, text := range []string{"Two ships.", "U.S.'s 4.5%", "\x00\xff", "İstanbul ǅ", "a\"b OR c*", "é́", "٣,٤", "’s", "x.y.z"} {
		f.Add(text)
	}
	s := open(f, "")
	f.Fuzz(func(t *testing.T, text string) {
		for _, stem := range stems(text) {
			for _, r := range stem {
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '·' {
					t.Fatalf("stem %q of %q holds %q", stem, text, r)
				}
			}
		}
		if _, err := s.SaveReport(t.Context(), facts.Document{Report: facts.Report{ID: "a", Text: text}}); err != nil {
			t.Fatal(err)
		}
		for _, stem := range stems(text) {
			if n := counts(t, s)[stem]; n != 1 {
				t.Fatalf("stem %q of %q stands in %d reports", stem, text, n)
			}
		}
	})
}

func TestDays(t *testing.T) {
	for _, tt := range []struct{ edtf, first, last string }{
		{"2024-10-23", "2024-10-23", "2024-10-23"},
		{"2024-10-23T10:00:00Z", "2024-10-23", "2024-10-23"},
		{"2024-10", "2024-10", "2024-10-99"},
		{"2024~", "2024", "2024-99-99"},
		{"2024-1X", "2024-10", "2024-10-99"},
		{"2024-10-09/2024-10-23", "2024-10-09", "2024-10-09"},
		{"", "", "9999-99-99"},
		{"yesterday", "", "9999-99-99"},
	} {
		if first, last := firstDay(tt.edtf), lastDay(tt.edtf); first != tt.first || last != tt.last {
			t.Errorf("%q: %q to %q, want %q to %q", tt.edtf, first, last, tt.first, tt.last)
		}
	}
}

// synthetic returns n reports of 300 words that are as unevenly common as words are.
func synthetic(n int) []facts.Document {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 3, 30000)
	docs := make([]facts.Document, n)
	for i := range docs {
		var text strings.Builder
		for range 300 {
			fmt.Fprintf(&text, "w%d ", zipf.Uint64())
		}
		docs[i] = report(fmt.Sprint("r", i), fmt.Sprintf("2024-%02d-%02d", 1+i%12, 1+i%28), text.String())
		for range 15 {
			docs[i].Facts = append(docs[i].Facts, docs[i].Facts[0])
		}
		for j := range docs[i].Facts {
			docs[i].Facts[j].Claim, docs[i].Facts[j].Quote.Exact = "A short claim.", strings.Repeat("words of the quote ", 8)
		}
	}
	return docs
}

func BenchmarkLoad1000(b *testing.B) {
	docs := synthetic(1000)
	for b.Loop() {
		s, err := Open(b.Context(), filepath.Join(b.TempDir(), "sitrep.db"))
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; i < len(docs); i += 250 {
			if _, err := s.SaveReports(b.Context(), docs[i:i+250]); err != nil {
				b.Fatal(err)
			}
		}
		s.Close()
	}
}

func BenchmarkFindIn10000(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "sitrep.db"))
	docs := synthetic(10000)
	for i := 0; i < len(docs); i += 500 {
		if _, err := s.SaveReports(b.Context(), docs[i:i+500]); err != nil {
			b.Fatal(err)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	zipf := rand.NewZipf(random, 1.1, 3, 30000)
	for b.Loop() {
		var terms []string
		for range 5 {
			terms = append(terms, fmt.Sprintf("w%d", zipf.Uint64()))
		}
		if _, err := s.Find(b.Context(), Search{Terms: terms}); err != nil {
			b.Fatal(err)
		}
	}
}
