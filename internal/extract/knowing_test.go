package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/facts"
)

// figuresOf lists the figures of a text with factuality, and "?" where not firm.
func figuresOf(text string) []string {
	var out []string
	for _, f := range Read(facts.Report{ID: "t", Published: "2024-10-23", Text: text}).Facts {
		if f.Value == nil {
			continue
		}
		line := fmt.Sprintf("%s %s %s", f.Value.Text, f.Value.Bound, f.Factuality)
		if !f.Firm {
			line += " ?"
		}
		out = append(out, line)
	}
	return out
}

func checkFigures(t *testing.T, tests map[string]string) {
	t.Helper()
	for text, want := range tests {
		if diff := cmp.Diff(want, strings.Join(figuresOf(text), "; ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// What is said not to be known is a gap; what is known or denied is none.
func TestUnprovenFigures(t *testing.T) {
	checkFigures(t, map[string]string{
		"There is no evidence that 25 wells were poisoned, the agency said.":                     "25 exact Uu",
		"There is no evidence 25 wells were poisoned.":                                           "25 exact Uu",
		"There is no evidence to suggest 25 wells were poisoned, the agency said.":               "25 exact Uu",
		"There is no evidence suggesting that 25 wells were poisoned.":                           "25 exact Uu",
		"No evidence suggests that 25 wells were poisoned.":                                      "25 exact Uu",
		"No proof has emerged that 25 wells were poisoned.":                                      "25 exact Uu",
		"The hospital said it had received no confirmation from the town that 60 beds would go.": "60 exact Uu",
		"The museum did not have any indication that 14 vases were broken.":                      "14 exact Uu",
		"Police said there was no reason to believe that 14 vases were stolen.":                  "14 exact Uu",
		"The court saw no proof of the claim that 14 vases were stolen.":                         "14 exact Uu",
		"The ministry has yet to confirm reports that 18 hikers drowned.":                        "18 exact Uu",
		"The firm was unable to verify that 18 drivers were paid.":                               "18 exact Uu",
		"The mayor said she could not confirm that 18 hikers had drowned.":                       "18 exact Uu",
		"It has not been confirmed that 18 hikers drowned.":                                      "18 exact Uu",
		"It is not clear that 18 hikers drowned.":                                                "18 exact Uu",
		"The claim that 18 hikers drowned could not be independently verified.":                  "18 exact Uu",
		"“There is no sign that 18 hikers drowned,” said Ann Lee.":                               "18 exact Uu",
		"The clinic said there is no evidence that 40 patients fell ill, but 12 nurses left.":    "40 exact Uu; 12 exact CT+",
		"Without proof that 9 shops were robbed, the insurer paid $4 million.":                   "9 exact Uu; $4 million exact CT+",
		"Police have evidence that 40 patients were harmed.":                                     "40 exact CT+",
		"The clinic confirmed that 40 patients were harmed.":                                     "40 exact CT+",
		"The clinic not only confirmed that 40 patients were harmed but paid them.":              "40 exact CT+",
		"There was no sign of the gang that robbed 9 shops.":                                     "9 exact CT+",
		"There is no doubt that 40 patients were harmed.":                                        "40 exact CT+",
		"The minister rejected suggestions that 900 teachers would be dismissed.":                "900 exact CT-",
		"The minister denied claims that 900 teachers were dismissed.":                           "900 exact CT-",
	})
}

// A comparison with "no" is a bound of what was counted, and no absence.
func TestNoMoreThanIsABound(t *testing.T) {
	checkFigures(t, map[string]string{
		"No more than 16 barns were damaged.":                 "No more than 16 max CT+",
		"No more than 16 barns were reported damaged.":        "No more than 16 max CT+",
		"No fewer than 16 cases were confirmed, nurses said.": "No fewer than 16 min CT+",
		"No less than 16 tonnes were found.":                  "No less than 16 tonnes min CT+",
		"Rescuers said no more than 16 barns had burned.":     "no more than 16 max CT+",
		"No barns were reported damaged.":                     "No barns were reported none_reported PR-",
	})
}

// A number that is named to be set aside is never stated.
func TestSetAsideIsNotFirm(t *testing.T) {
	checkFigures(t, map[string]string{
		"The choir has 34 singers, not 43 as printed.":                "34 exact CT+; 43 exact CT+ ?",
		"The choir has 34 singers, not the 43 first listed.":          "34 exact CT+; 43 exact CT+ ?",
		"The fee is 5 percent instead of the 8 percent once planned.": "5 percent exact CT+; 8 percent exact CT+ ?",
		"The fee is 5 percent rather than 8 percent.":                 "5 percent exact CT+; 8 percent exact CT+ ?",
		"The doors opened late, not more than 30 guests came.":        "not more than 30 max CT+",
	})
}

// The scale of a number is not that of the percentage before it.
func TestPercentTakesNoScale(t *testing.T) {
	for text, want := range map[string]string{
		"Turnover fell 23% to £61 million.":                 "23% = 23 percent exact down; £61 million = 61000000 gbp exact down",
		"Turnover rose 9 percent to 3 billion kronor.":      "9 percent = 9 percent exact up; 3 billion kronor = 3000000000 sek exact up",
		"Costs of 3 to 4 percent, or $5 to $7 million, add": "3 to 4 percent = 3..4 percent exact; $5 to $7 million = 5000000..7000000 usd exact",
	} {
		var got []string
		for _, q := range read(text) {
			got = append(got, shown(q))
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// TestFallsAndPlans holds that a fall is no refusal and a plan no event.
func TestFallsAndPlans(t *testing.T) {
	for _, c := range []struct{ text, factuality string }{
		{"Home loans declined to 66,800 in May.", facts.Certain},
		{"Home loans declined from 74,400.", facts.Certain},
		{"The yard plans to build 750 boats next year.", facts.Probable},
		{"The ministry is set to send 40 trucks.", facts.Probable},
		{"The ministry sent 40 trucks.", facts.Certain},
		{"The yard may build 750 boats.", facts.Possible},
	} {
		got := Read(facts.Report{ID: "r", Text: c.text, Published: "2024-06-02"}).Facts
		if !anyFact(got, func(f facts.Fact) bool { return f.Value != nil && f.Factuality == c.factuality }) {
			t.Errorf("%q: no figure is %s: %+v", c.text, c.factuality, got)
		}
	}
}

// TestTakenBack holds that a figure in a claim that is called false, or that nobody
// makes, is no figure of anybody.
func TestTakenBack(t *testing.T) {
	for _, text := range []string{
		"It is not true that 40 people died, police said.",
		"The claim that 40 people died is false, police said.",
		"It is false that 40 people died.",
		"Nobody said that 40 people died.",
		"The ministry neither confirmed nor denied that 40 people died.",
	} {
		for _, f := range Read(facts.Report{ID: "r", Text: text, Published: "2024-06-02"}).Facts {
			if f.Value != nil && (f.Factuality == facts.Certain || f.Factuality == facts.Probable || f.Factuality == facts.Possible) {
				t.Errorf("%q: %s is %s for %s", text, f.Value.Text, f.Factuality, f.Source.Name)
			}
		}
	}
}

// TestShareBase holds that what is said of a share is not said of its base.
func TestShareBase(t *testing.T) {
	for _, text := range []string{"None of the 50 miners survived.", "About 35% of the county's 12,000 residents were told to leave.", "Some 40 of its 300 soldiers were missing."} {
		got := read(text)
		if len(got) == 0 {
			t.Fatalf("%q: nothing read", text)
		}
		if q := got[len(got)-1]; q.Doing != nil {
			t.Errorf("%q: %s does %q", text, q.Text, *q.Doing)
		}
	}
}
