package answer

import (
	"fmt"
	"strings"

	"sitrep/internal/facts"
)

// Evidence is all that Check may look at beside the text: the asker's question,
// what each marker points to, and the titles and days that may be shown as such.
type Evidence struct {
	Question string
	Cited    []Cited
	Titles   []string // titles of loaded reports, shown verbatim
	Days     []string // EDTF days of loaded reports, shown as dates
	Counted  []string // what the figures shown count, which a heading over them names
}

// A Cited is one cited sentence with the facts that rest on it.
type Cited struct {
	N        int
	Sentence string
	Facts    []facts.Fact
	Day      string // EDTF day of its report; empty: not known
}

// A Fault is one reason why a line may not be shown. Rule names follow R1–R10 of
// the verifier that this gate implements: number, hedge, holder, word, quotation,
// citation.
type Fault struct {
	Rule string
	What string
}

func (f Fault) String() string { return f.Rule + ": " + f.What }

// Check is the gate. It returns why a line of text may not be shown, or nothing:
// every number must stand in a cited fact with its hedge word for word and beside
// its holder (or be the asker's own), every quotation must be verbatim, every
// telling word must be in the cited record, and every marker must point to a
// sentence. It sees the finished text only, never the draft that it came from.
func Check(text string, ev Evidence) []Fault {
	c := newChecker(text, ev)
	c.citations()
	c.quotations()
	c.numbers()
	c.words()
	c.flags()
	return c.faults
}

type checker struct {
	ev     Evidence
	text   string // straight, without markers and known dates
	lower  string
	cited  []Cited // those that the line's markers point to
	record string  // all words that the cited facts carry, lower case
	faults []Fault
	spans  [][2]int // verbatim quotations inside text
	flag   string   // the flag that opens the line; empty: none
}

var markerGroups = re(`\[\d+\]`)

func newChecker(text string, ev Evidence) *checker {
	c := &checker{ev: ev}
	plain := straight(text)
	for _, m := range markerGroups.FindAllString(plain, -1) {
		c.mark(m)
	}
	plain = c.withoutDays(markerGroups.ReplaceAllString(plain, ""))
	for _, day := range ev.Days {
		plain = cutDay(plain, facts.FormatDay(day))
	}
	for _, s := range c.cited {
		for _, f := range s.Facts {
			for _, day := range []string{f.Said, f.AsOf} {
				if len(day) == len("2006-01-02") { // a day, not "on or before"
					plain = cutDay(plain, facts.FormatDay(day))
				}
			}
		}
	}
	for _, t := range ev.Titles {
		plain = strings.ReplaceAll(plain, "\""+straight(t)+"\"", "")
	}
	plain = c.withoutFlag(plain)
	c.text, c.lower = plain, strings.ToLower(plain)
	var b strings.Builder
	for _, s := range c.cited {
		b.WriteString(s.Sentence + " ")
		for _, f := range s.Facts {
			fmt.Fprintf(&b, "%s %s %s %s %s %s ", f.Quote.Exact, f.Claim, f.Source.Name, f.Source.Text, f.Place, strings.Join(f.Via, " "))
			if f.Cue != nil {
				b.WriteString(f.Cue.Text + " ")
			}
		}
	}
	c.record = strings.ToLower(straight(b.String()))
	return c
}

func (c *checker) mark(marker string) {
	for _, s := range c.ev.Cited {
		if fmt.Sprintf("[%d]", s.N) == marker {
			c.cited = append(c.cited, s)
			return
		}
	}
	c.fault("citation", marker+" points to nothing")
}

func (c *checker) fault(rule, what string) { c.faults = append(c.faults, Fault{rule, what}) }

// citations: what a marker points to is a sentence.
func (c *checker) citations() {
	for _, s := range c.cited {
		if s.Sentence == "" {
			c.fault("citation", fmt.Sprintf("[%d] has no sentence", s.N))
		}
	}
}
