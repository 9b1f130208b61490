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
		{"The shop will close on Christmas Eve.", "Christmas Eve=2024-12-24"},
		{"He was born in nineteen eighty-four.", "nineteen eighty-four=1984"},
		{"It ended in July two thousand and eleven.", "July two thousand and eleven=2011-07"},
		{"In two thousand villages it rained.", ""},
		{"Sales fell in FY19.", "FY19=2019"},
		{"It opened in mid-2019.", "mid-2019=2019-05-01/2019-08-31"},
		{"They left in April of 87.", "April of 87=1987-04"},
		{"It was the 2019-20 season.", "2019-20=2019/2020"},
		{"Leave ran 3/1/2021-3/9/2021.", "3/1/2021-3/9/2021=2021-03-01/2021-03-09"},
		{"Leave ran from 3/1-3/9, 2021.", "3/1-3/9, 2021=2021-03-01/2021-03-09"},
		{"Mix 1/2-3/4 of it.", ""},
		{"It snowed Jan-Feb 2017.", "Jan-Feb 2017=2017-01/2017-02"},
		{"It was quiet on Labor Day 2021.", "Labor Day 2021=2021-09-06"},
		{"They met last Easter.", "last Easter=2024-03-31"},
		{"It was Halloween weekend 2021.", "Halloween weekend 2021=2021-10-30/2021-10-31"},
		{"Protests grew in the week of March 4.", "week of March 4=2024-03-04/2024-03-10"},
		{"It shut for the rest of the year.", "rest of the year=2024-10-23/2024-12-31"},
		{"Profit fell in the first nine months of 2023.", "first nine months of 2023=2023-01-01/2023-09-30"},
		{"He left on the 15th of next month.", "15th of next month=2024-11-15"},
		{"It left one year and two months ago.", "one year and two months ago=2023-08-23"},
		{"They were off for 3 days starting October 28.", "3 days starting October 28=2024-10-28/2024-10-30"},
		{"He left at year's end.", "year's end=2024-12-31"},
		{"It is the week after next.", "week after next=2024-11-04/2024-11-10"},
		{"On Friday, the court will rule.", "Friday=2024-10-25"},
		{"He was jailed in December.", "December=2023-12"},
		{"The vote was postponed to December.", "December=2024-12"},
		{"He is up for election in March.", "March=2025-03"},
		{"She asked to present her plan to them.", ""},
		{"The vote will be held in March.", "March=2025-03"},
		{"In March and April it rained.", "March=2024-03; April=2024-04"},
		{"He spoke on Oct. 3 and 4, 2023.", "Oct. 3 and 4, 2023=2023-10-03/2023-10-04"},
		{"Nine died on Oct. 3 and 4 people were hurt.", "Oct. 3=2024-10-03"},
		{"It flooded in the spring.", "spring=2024-03-01/2024-05-31"},
		{"The fall of the town came.", ""},
		{"Last Friday's raid failed.", "Last Friday=2024-10-18"},
		{"Last month’s vote failed.", "Last month=2024-09"},
		{"They meet every Friday and on Mondays.", ""},
		{"It rained between Monday and Friday.", "Monday and Friday=2024-10-14/2024-10-18"},
		{"He served from Oct. 7, 2021, to Jan. 3, 2024.", "Oct. 7, 2021, to Jan. 3, 2024=2021-10-07/2024-01-03"},
		{"It was signed in 1998, 2003 and 2011.", "1998=1998; 2003=2003; 2011=2011"},
		{"He may 12 times and they march 12 miles.", ""},
		{"The March on the capital began after 12,000 came.", ""},
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
		{"It closed before the start of 2023.", "start of 2023=2023-01-01/2023-04-30"},
		{"It rained between May 3 and now.", "May 3 and now=2024-05-03/2024-10-23"},
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
		{"The 2014-15 season ended.", "2014-15=2014/2015"},
		{"It was due in the 2014-15 season.", "2014-15=2014/2015"},
		{"It is paid on the 15th of next month.", "15th of next month=2024-11-15"},
		{"It ran 10/1/2018-10/7/2018.", "10/1/2018-10/7/2018=2018-10-01/2018-10-07"},
		{"The shop was built in the early 1990s.", "early 1990s=1990-01-01/1993-12-31"},
		{"She reads the Sunday Times and saw Saturday Night Live.", ""},
		{"She told CBS This Morning so.", ""},
		{"The trial opens on Monday, she said on Tuesday.", "Monday=2024-10-28; Tuesday=2024-10-22"},
		{"The offer stands until Friday.", "Friday=2024-10-25"},
		{"He is asking about Monday's vote.", "Monday=2024-10-21"},
		{"They kept going until Friday.", "Friday=2024-10-18"},
		{"The term ends in June.", "June=2025-06"},
		{"They chose to meet in June.", "June=2024-06"},
		{"The March For Lives drew 12,000.", ""},
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
