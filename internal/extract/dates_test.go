package extract

import (
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// Publication is Wednesday 2024-10-23 unless the row says otherwise.
func TestDates(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"He spoke on Wednesday.", "Wednesday=2024-10-23"},
		{"He spoke on Thursday.", "Thursday=2024-10-17"},
		{"She will speak on Thursday.", "Thursday=2024-10-24"},
		{"It broke last Friday.", "last Friday=2024-10-18"},
		{"They meet next Monday.", "next Monday=2024-10-28"},
		{"It began on Oct. 7.", "Oct. 7=2024-10-07"},
		{"It began on October 7, 2023.", "October 7, 2023=2023-10-07"},
		{"It began on 7 October 2023.", "7 October 2023=2023-10-07"},
		{"It ran on Tuesday, March 5, 2024.", "Tuesday, March 5, 2024=2024-03-05"},
		{"It opened in May 2022.", "May 2022=2022-05"},
		{"It opened in May.", "May=2024-05"},
		{"It has rained since December.", "since December=2023-12/2024-10-23"},
		{"It was built in 1998.", "1998=1998"},
		{"The war of 2014 to 2018 ended.", "2014 to 2018=2014/2018"},
		{"In the 1990s it grew.", "1990s=1990-01-01/1999-12-31"},
		{"It rose last month.", "last month=2024-09"},
		{"It rose this year.", "this year=2024"},
		{"It happened yesterday.", "yesterday=2024-10-22"},
		{"It was on Friday the 13th.", "Friday the 13th=2024-09-13"},
		{"They met on Easter 2018.", "Easter 2018=2018-04-01"},
		{"It closed on Christmas Eve.", "Christmas Eve=2023-12-24"},
		{"Six years later it fell.", ""},
		{"She told USA TODAY so.", ""},
		{"It happened two weeks ago.", "two weeks ago=2024-10-09~"},
		{"For the past two weeks it rained.", "past two weeks=2024-10-09/2024-10-23"},
		{"It rose in the third quarter of 2023.", "third quarter of 2023=2023-07-01/2023-09-30"},
		{"It ends by the end of the year.", "end of the year=2024-12-31"},
		{"It ran Oct. 18-22, 2023.", "Oct. 18-22, 2023=2023-10-18/2023-10-22"},
		{"Filed 2024-02-29 in Rome.", "2024-02-29=2024-02-29"},
		{"The rain fell in summer 2023.", "summer 2023=2023-06-01/2023-08-31"},
		{"He may have left and they march on.", ""},
		{"About 2000 people came.", ""},
		{"It may be so.", ""},
		{"The mill burned down in December.", "December=2023-12"},
		{"The mill will open in March.", "March=2025-03"},
		{"They lost Monday's match and last year's cup.", "Monday=2024-10-21; last year=2023"},
		{"The market runs every Saturday and on Sundays.", ""},
		{"The clerk praised May's plan before May resigned.", ""},
		{"The bakers met on Friday, January 12.", "Friday, January 12=2024-01-12"},
		{"And now we wait.", ""},
		{"Between now and May 2025 it stays shut.", "now and May 2025=2024-10-23/2025-05"},
		{"They bought a Christmas tree.", ""},
		{"It closes on Thanksgiving.", "Thanksgiving=2024-11-28"},
		{"He was seen last Easter.", "last Easter=2024-03-31"},
		{"The talks failed two months ago.", "two months ago=2024-08-23~"},
		{"The bridge fell 30 years ago.", "30 years ago=1994~"},
		{"Output rose in May from a year earlier.", "May=2024-05; a year earlier=2023-05"},
		{"On Monday 12 were ill, up from 9 the day before.", "Monday=2024-10-21; day before=2024-10-20"},
		{"It grew in the first nine months of last year.", "first nine months of last year=2023-01-01/2023-09-30"},
		{"It rained the week of May 5, 2022.", "week of May 5, 2022=2022-05-02/2022-05-08"},
		{"He called earlier in the week.", "earlier in the week=2024-10-21/2024-10-23"},
		{"It broke this morning.", "this morning=2024-10-23"},
		{"It must end before the end of the year.", "end of the year=2024-12-31"},
		{"It is the worst slump in 30 years, and it will last.", ""},
		{"It grew in June and July of 1984.", "June=1984-06; July of 1984=1984-07"},
		{"The 2014-15 season ended.", ""},
		{"It was due in the 2014-15 season.", "2014-15=2014/2015"},
		{"It is paid on the 15th of next month.", "15th of next month=2024-11-15"},
		{"It ran 10/1/2018-10/7/2018.", "10/1/2018-10/7/2018=2018-10-01/2018-10-07"},
		{"The shop was built in the early 1990s.", "early 1990s=1990-01-01/1993-12-31"},
	} {
		got := datesOf(tt.text, "2024-10-23")
		if got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

// Without a day of publication only absolute dates are given.
func TestDatesWithoutPublication(t *testing.T) {
	if got := datesOf("On Wednesday and on May 3, 2021 and last month.", ""); got != "May 3, 2021=2021-05-03" {
		t.Errorf("got %s", got)
	}
}

func datesOf(text, published string) string {
	var out []string
	for _, d := range findDates(newDocument(facts.Report{Text: text, Published: published})) {
		out = append(out, d.Text+"="+d.EDTF)
	}
	return strings.Join(out, "; ")
}
