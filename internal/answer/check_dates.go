package answer

import (
	"strings"
	"time"

	"sitrep/internal/facts"
)

// shortDay is a day as a line writes it behind a holder: "3 May", "3 May 2024", and
// the word "report" where it is the day of the report.
var shortDay = re(`\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4})?( report)?`)

// withoutDays takes the days out of a line that its citations carry: a day on which
// a cited fact was said, or, with "report", the day of a cited report. Any other
// day stays, and its number is then one without a fact.
func (c *checker) withoutDays(text string) string {
	out, last := "", 0
	for _, m := range shortDay.FindAllStringSubmatchIndex(text, -1) {
		end, ofReport := m[1], m[2] >= 0
		if ofReport {
			end = m[2]
		}
		if strings.HasSuffix(text[:m[0]], "-") || !c.knowsDay(text[m[0]:end], ofReport) {
			continue
		}
		out, last = out+text[last:m[0]], end
	}
	return out + text[last:]
}

// knowsDay says whether a written day is carried by what the line cites.
func (c *checker) knowsDay(written string, ofReport bool) bool {
	for _, s := range c.cited {
		if ofReport && sameDay(s.Day, written) {
			return true
		}
		for _, f := range s.Facts {
			if !ofReport && sameDay(f.Said, written) {
				return true
			}
		}
	}
	return false
}

// sameDay says whether a written day is the EDTF day, with its year or without.
func sameDay(edtf, written string) bool {
	day, err := time.Parse(time.DateOnly, edtf)
	return err == nil && (written == facts.FormatDay(edtf) || written == day.Format("2 Jan"))
}

// signed is what makes the number behind it another one: a digit or a sign.
var signed = re(`(\d|-|\b[Mm]inus )$`)

// cutDay takes a written day out of a text, but not out of a longer number: "8 May" is
// no part of "18 May" or of "-8 May".
func cutDay(text, day string) string {
	if day == "" {
		return text
	}
	for from := 0; ; {
		i := index(text, day, from)
		if i < 0 {
			return text
		}
		end := i + len(day)
		if signed.MatchString(text[:i]) || end < len(text) && text[end] >= '0' && text[end] <= '9' {
			from = end
			continue
		}
		text, from = text[:i]+text[end:], i
	}
}
