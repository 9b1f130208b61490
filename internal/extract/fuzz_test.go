package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"sitrep/internal/facts"
)

// FuzzRead holds the invariants on any text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "About 2,500 troops left on Wednesday.", "“What?” he said. 1e999999", "$1.5bn–$2bn or 10–12% since May", "\xff\xfe 5",
		"no no no one none of them were reported", "½ of a a third of 2/3 1/2/3 1-2-3-4", "end of the end of the end of May",
		"two dozen dozens of hundreds of thousands of millions", "5\u200b6 １２ ٣ −5 -5 minus-5", "''We wait,'' she said. ''No.''\n''",
		"A line that is long enough to wrap, with about\n12 men, and one that is long enough to wrap, with\r\nsix more men in it, and one that wraps, with\nsix.",
		"the week of May 5 and a decade earlier, the day before last Easter", "first nine months of that year in June and July of 1984",
		"10/1/2018-10/7/2018 Friday, January 12 the 15th of next month until now", "a century ago’s May’s Monday’s 9999 years later",
	} {
		f.Add(s, "2024-10-23")
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		if _, err := facts.ParseEDTF(published); err != nil { // a loader refuses it, but no text may panic
			Read(facts.Report{ID: "f", Text: text, Published: published})
			published = ""
		}
		checkReading(t, facts.Report{ID: "f", Text: text, Published: published})
	})
}

// FuzzTitle holds them on a report with a title line, which is never evidence.
func FuzzTitle(f *testing.F) {
	f.Add("Ten ships", "\nTen ships sank, he said.")
	f.Add(" Ten’s \u200bships", "\r\n12 men")
	f.Fuzz(func(t *testing.T, title, rest string) {
		checkReading(t, facts.Report{ID: "f", Title: title, Text: title + rest, Published: "2024-10-23"})
	})
}

// The parsers meet random letters too seldom in their own words: each is fed with
// its vocabulary, a byte a word.

// FuzzSentences feeds what ends a sentence and what only seems to.
func FuzzSentences(f *testing.F) {
	fuzzWords(f, `. . . ! ? … ... , : ; " " “ ” ” '' '' ' ' ( ) [ ] - – — • \n \n\n \r\n \u00a0 \u200b U.S. a.m. No. St. Inc. Sept. Mr. J. v.
		Yahoo! he said Ms. Lee told told. asked, it The Main was in but Kyiv time Day 45 12. 2nd others Read more Photo: CNN Source: Hide Caption 7.
		A line that goes on and on until it is long enough to wrap at a width`)
}

// FuzzQuantities feeds numbers, hedges, units and what is no quantity.
func FuzzQuantities(f *testing.F) {
	fuzzWords(f, `1 2 3.5 1,200 40 000 12 2/3 ½ 1e9 -5 − - – — to and or between from by of a an the half third quarter two dozen dozens
		hundred hundreds thousand million billion bn m k $ € £ US$ % percent percentage points cent per a day each every about nearly some roughly at least
		more than up to fewer no none neither as many as upwards of not rose fell by to people men troops km miles tonnes years old year-old 20-year-old
		F-16 Covid-19 G7 9/11 Route 66 No. 3-2 3-for-5 1-in-5 one in five times twice double were killed have been reported have not yet , . ; ( ) \n " “ ”`)
}

// FuzzDates feeds days, months and what counts from them.
func FuzzDates(f *testing.F) {
	fuzzWords(f, `Monday Wednesday Sept. May March January 1 2 3rd 23 31 2024 1999 '98 1980s 2024-10-23 10/23/2024 last next this past since until by before after
		from to – - between and of the end beginning mid early late week weeks month months year years decade quarter first second Q3 fiscal summer spring winter
		two few several days ago earlier later today yesterday tomorrow tonight Christmas Easter Eve Day on in at a.m. 8 noon , . ; ( ) \n over past coming`)
}

// FuzzAttributions feeds speakers, cues and marks of quotation.
func FuzzAttributions(f *testing.F) {
	fuzzWords(f, `Mr. Lee Ms. Ana Cruz he she they it the ministry officials these reports police a spokesman for of Acme Inc. said says told asked added
		according to data showed a report by figures from put denied refused declined has not said that whether if 12 men died left will may could no
		believes estimated claimed warned was were reported by in a statement on Monday " " “ ” '' ' , , . . : ; – — ( ) \n \n\n which who and but`)
}

// fuzzWords fuzzes a reading of words out of a list, parted by blanks but for
// marks, a byte each.
func fuzzWords(f *testing.F, list string) {
	words := strings.Fields(list)
	unescape := strings.NewReplacer(`\n`, "\n", `\r`, "\r", `\u00a0`, "\u00a0", `\u200b`, "\u200b")
	for i := range words {
		words[i] = unescape.Replace(words[i])
	}
	for seed := range 8 {
		data := make([]byte, 60)
		for i := range data {
			data[i] = byte(i*(2*seed+1) + seed*37)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var b strings.Builder
		for _, c := range data[:min(len(data), 2000)] {
			if c < 232 { // the rest leaves the blank out
				b.WriteByte(' ')
			}
			b.WriteString(words[int(c)%len(words)])
		}
		checkReading(t, facts.Report{ID: "f", Text: b.String(), Published: "2024-10-23"})
	})
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
		"marks":      strings.Repeat("A.”“", n),
		"singles":    strings.Repeat("'", n) + strings.Repeat("'A.' ", n),
		"bullets":    strings.Repeat("• ", n),
		"lines":      strings.Repeat("A line that is long enough to wrap here and\n", n/10),
		"dotted":     strings.Repeat("aab.Aa", n),
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
