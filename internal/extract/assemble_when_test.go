package extract

import (
	"testing"

	"sitrep/internal/facts"
)

// Publication is Wednesday 2024-10-23. When a thing was said and as of when it
// holds, for the first fact with the figure.
func TestWhen(t *testing.T) {
	for _, tt := range []struct{ text, figure, said, asOf string }{
		{"The mill employs 300 people.", "300", "2024-10-23", ""},
		{"On Monday, the mayor said 40 houses were lost.", "40", "2024-10-21", ""},
		{"The mayor said 40 houses were lost, in a long letter to the council.", "40", "../2024-10-23", ""},
		{"The mayor said on Tuesday that 40 houses were lost in May.", "40", "2024-10-22", "2024-05"},
		{"Through September, the ministry says 40 houses were lost.", "40", "../2024-10-23", "2024-09"},
		{"The mill made 430 boats in 2019 and 428 boats in 2018.", "428", "2024-10-23", "2018"},
		{"The mill made 430 boats in 2019 and 428 boats in 2018.", "430", "2024-10-23", "2019"},
		{"Turnover was $2.5 million, up from $1.2 million last year.", "$2.5 million", "2024-10-23", ""},
		{"Turnover was $2.5 million, up from $1.2 million last year.", "$1.2 million", "2024-10-23", "2023"},
		{"The harbour took 450 boats, compared with 300 in 2019.", "450", "2024-10-23", ""},
		{"There were 40 break-ins this week, against 12 in March.", "12", "2024-10-23", "2024-03"},
		{"There were 40 break-ins this week, against 12 in March.", "40", "2024-10-23", "2024-10-21/2024-10-27"},
		{"Break-ins rose from 10 in May to 40 in June.", "10", "2024-10-23", "2024-05"},
		{"Break-ins rose from 10 in May to 40 in June.", "40", "2024-10-23", "2024-06"},
		{"Break-ins rose from 10 to 40 in June.", "10", "2024-10-23", ""},
		{"The fleet has 40 boats, double the 20 it had in 2010.", "40", "2024-10-23", ""},
		{"The town had 900 shops in 1990 but has 300 now.", "300", "2024-10-23", ""},
		{"In May the mill made 430 boats, and in June 300 boats.", "430", "2024-10-23", "2024-05"},
		{"The bank lent $3 million in 2020 and $5 million the year after.", "$5 million", "2024-10-23", "2021"},
		{"Inflation hit 4 percent, its highest since March 2019.", "4 percent", "2024-10-23", ""},
		{"On Monday 12 sheep died, after 40 died on Sunday.", "12", "2024-10-23", "2024-10-21"},
		{"The bridge, which opened in 1990, carries 9,000 carts.", "9,000", "2024-10-23", ""},
		{"The mill, founded in 1990, employs 300 people.", "300", "2024-10-23", ""},
		{"The fire killed 40 sheep and hurt 12 on Monday.", "40", "2024-10-23", "2024-10-21"},
		{"The crown sank 26 percent against the euro on Monday.", "26 percent", "2024-10-23", "2024-10-21"},
		{"Sales were down 12 percent from the same month in 2021.", "12 percent", "2024-10-23", ""},
	} {
		found := false
		for _, f := range Read(facts.Report{ID: "w", Text: tt.text, Published: "2024-10-23"}).Facts {
			if f.Value == nil || f.Value.Text != tt.figure || found {
				continue
			}
			found = true
			if f.Said != tt.said || f.AsOf != tt.asOf {
				t.Errorf("%q: said %q, as of %q, want %q, %q", tt.text, f.Said, f.AsOf, tt.said, tt.asOf)
			}
		}
		if !found {
			t.Errorf("%q: no fact with %s", tt.text, tt.figure)
		}
	}
}
