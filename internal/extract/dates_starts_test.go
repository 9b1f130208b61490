package extract

import (
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// TestDateStartsHideNothing asks every reading at every first word that dateForms
// knows, whatever the reading may begin with.
func TestDateStartsHideNothing(t *testing.T) {
	behind := strings.Split(` | of May | of next month, 2021 | 14, 2021 | week of June | year | weeks ago | two weeks | three days of May | 3 2019 | half of last year | morning | weekend | spring | winter 2021 | 12 15 | end of 2019 | Christmas | Friday | day before | second quarter | Q3 |
		first week of June | first week of 2019 | to date | after next | of month | past two weeks | in the year | 1990s | days before June 3 | quarter of 2020 | half of 2020 |
		year to date | century | two | thousand and six | eighty-four | to come | 's | 2019-20 | 5/6/2020 | last year | months of 2018 | , 3 May`, "|")
	firsts := strings.Fields("2019 7 14 7th twenty-first twenty-five mid-2019 q3-2020 year-end mid-May Jan-2018 2016-10-16 he , today's")
	for form := range dateForms {
		firsts = append(firsts, form, strings.ToUpper(form[:1])+form[1:])
	}
	for _, first := range firsts {
		for _, rest := range behind {
			for _, lead := range []string{"", "on ", "in ", "on the ", "They will come "} {
				d := newDocument(facts.Report{Text: strings.Join(strings.Fields(lead+first+" "+rest), " ")})
				r := newDateReader("2024-10-23")
				r.ws = d.sentences[0].words
				i := len(strings.Fields(lead))
				if _, next := r.expression(i); next > i && r.mayBegin(i) && !r.mayGoOn(i) {
					t.Errorf("%s%s %s: a date that mayGoOn hides", lead, first, rest)
				}
				_, got := r.point(i)
				for _, x := range r.readings {
					if _, next := x.read(r, i); next > 0 {
						if next != got {
							t.Errorf("%s%s %s: read up to %d, want %d", lead, first, rest, got, next)
						}
						break
					}
				}
			}
		}
	}
}
