package extract

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"sitrep/internal/facts"
)

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "About 2,500 troops left on Wednesday.", "“What?” he said. 1e999999", "$1.5bn–$2bn or 10–12% since May", "\xff\xfe 5",
		"no no no one none of them were reported", "½ of a a third of 2/3 1/2/3 1-2-3-4", "end of the end of the end of May",
		"two dozen dozens of hundreds of thousands of millions", "5\u200b6 １２ ٣ −5 -5 minus-5",
		"the week of May 5 and a decade earlier, the day before last Easter", "first nine months of that year in June and July of 1984",
		"10/1/2018-10/7/2018 Friday, January 12 the 15th of next month until now", "a century ago’s May’s Monday’s 9999 years later",
	} {
		f.Add(s, "2024-10-23")
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		checkReading(t, facts.Report{ID: "f", Text: text, Published: published})
	})
}

// checkReading holds what is true of every reading: offsets inside the text and
// in order, texts at their offsets, numbers that JSON can carry.
func checkReading(t *testing.T, r facts.Report) {
	t.Helper()
	d := newDocument(r)
	qs, dates := quantities(d), findDates(d)
	last := 0
	for i, s := range d.spans() {
		if s.S != i+1 || s.Start < last || s.End <= s.Start || s.End > len(d.runes) {
			t.Fatalf("sentence %+v after %d of %d", s, last, len(d.runes))
		}
		last = s.End
	}
	for _, q := range qs {
		within(t, d, q.S, q.Start, q.End, q.Text)
		if (q.Value == nil) == (q.Low == nil && q.Bound != facts.BoundNone) {
			t.Fatalf("%q has neither or both of value and range", q.Text)
		}
	}
	for _, x := range dates {
		within(t, d, x.S, x.Start, x.End, x.Text)
		checkEDTF(t, x.EDTF)
	}
	if _, err := json.Marshal(qs); err != nil {
		t.Fatal(err)
	}
}

// checkEDTF holds that a date is a day, month or year, or an interval of them
// that does not run backwards.
func checkEDTF(t *testing.T, text string) {
	t.Helper()
	ends := strings.Split(text, "/")
	var at []time.Time
	for _, end := range ends {
		for _, form := range []string{"2006-01-02", "2006-01", "2006"} {
			if x, err := time.Parse(form, strings.TrimSuffix(end, "~")); err == nil {
				at = append(at, x)
			}
		}
		if end == ".." {
			at = append(at, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC))
		}
	}
	if len(at) != len(ends) || len(at) > 2 || len(at) == 2 && at[1].Year() < at[0].Year() {
		t.Fatalf("%q is no date", text)
	}
}

func within(t *testing.T, d *document, s, start, end int, text string) {
	t.Helper()
	if s < 1 || s > len(d.sentences) {
		t.Fatalf("%q is in no sentence (%d)", text, s)
	}
	of := d.sentences[s-1]
	if start < of.Start || end > of.End || start >= end || text != d.text(start, end) {
		t.Fatalf("%q at [%d,%d) of sentence %+v", text, start, end, of.Sentence)
	}
}

// Hostile texts take bounded time and memory.
func TestReadBounded(t *testing.T) {
	const n = 20000
	for name, text := range map[string]string{
		"exponent":   "It was 1e999999 times.",
		"digits":     strings.Repeat("9", n) + " men",
		"numbers":    strings.Repeat("12 ", n),
		"words":      strings.Repeat("million ", n),
		"hyphens":    strings.Repeat("one-", n) + "two",
		"glued":      strings.Repeat("a-1-", n),
		"chain":      strings.Repeat("end of the ", n) + "May",
		"ago":        strings.Repeat("two days before ", n) + "May 5",
		"quotes":     strings.Repeat("“", n) + strings.Repeat("”", n),
		"articles":   "five " + strings.Repeat("the ", n) + "men",
		"none":       strings.Repeat("no ", n) + "men have been reported",
		"letters":    strings.Repeat("x", n) + "-1 5 " + strings.Repeat("y", n),
		"dots":       strings.Repeat("a.", n) + " 5 " + strings.Repeat(". ", n),
		"dozens":     strings.Repeat("dozens of ", n),
		"percent":    strings.Repeat("5% to 6% or ", n),
		"hundred":    strings.Repeat("hundred ", n),
		"commas":     strings.Repeat("1,", n),
		"currencies": strings.Repeat("$ US ", n) + "5",
	} {
		begin := time.Now()
		checkReading(t, facts.Report{ID: "b", Text: text, Published: "2024-10-23"})
		if d := time.Since(begin); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		}
	}
}

func BenchmarkNumbersAndDates(b *testing.B) {
	text, err := os.ReadFile("../facts/seed/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for i := range 20 {
		fmt.Fprintf(&all, "%s\nOn May %d, %d soldiers and $%d million were sent.\n", text, i+1, 100+i, i)
	}
	b.SetBytes(int64(all.Len()))
	for b.Loop() {
		d := newDocument(facts.Report{Text: all.String(), Published: "2024-10-23"})
		quantities(d)
		findDates(d)
	}
}
