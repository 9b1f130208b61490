package extract

import (
	"strings"
	"time"
)

var monthNames = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
	"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7,
	"aug.": 8, "sep.": 9, "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
}

// ambiguousMonths are words too: alone they are months only behind a preposition.
var ambiguousMonths = wordSet("may march mar jan sep sept dec mar. jun apr")

var weekdayNames = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 0, "tues.": 2, "thurs.": 4,
	"monday's": 1, "tuesday's": 2, "wednesday's": 3, "thursday's": 4, "friday's": 5, "saturday's": 6, "sunday's": 0,
}

// shortWeekdays are words or parts of names too.
var shortWeekdays = wordSet("mon tue tues tues. wed thu thur thurs thurs. fri sat sun")

var ordinalDays = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
	"twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
	"twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}

// calendarUnits are units of the calendar, singular and plural.
var calendarUnits = map[string]string{
	"day": "day", "days": "day", "night": "night", "nights": "night", "week": "week", "weeks": "week", "month": "month", "months": "month",
	"year": "year", "years": "year", "quarter": "quarter", "quarters": "quarter", "weekend": "weekend", "weekends": "weekend", "decade": "decade",
	"decades": "decade", "century": "century", "centuries": "century", "fortnight": "fortnight", "fortnights": "fortnight",
}

// seasonMonths are the first months of the northern seasons.
var seasonMonths = map[string]time.Month{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

// shifts say how far from now the unit behind them lies.
var shifts = map[string]int{
	"this": 0, "current": 0, "present": 0, "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1,
	"upcoming": 1, "following": 1,
}

// dateLeads stand in front of a bare year or month that is a date.
var dateLeads = wordSet(`in since by until till before after during from of through early late mid to around between circa
	year fiscal throughout this last next past and towards toward summer spring winter autumn fall cy fy about`)

// A holiday falls on the same day each year, on the nth weekday of a month (day
// is then how many days later it is), or, without month, some days after Easter.
// An nth below 0 is the last.
type holiday struct {
	month   time.Month
	day     int
	nth     int
	weekday time.Weekday
}

// holidays by their names, lower case, words parted by one blank, no final apostrophe or point.
// Days that countries keep on different dates are left out.
var holidays = map[string]holiday{
	"christmas": {month: 12, day: 25}, "christmas day": {month: 12, day: 25}, "christmas eve": {month: 12, day: 24},
	"boxing day": {month: 12, day: 26}, "halloween": {month: 10, day: 31}, "new year's day": {month: 1, day: 1},
	"new year's eve": {month: 12, day: 31}, "new year": {month: 1, day: 1}, "new year's": {month: 1, day: 1},
	"valentine's day": {month: 2, day: 14}, "may day": {month: 5, day: 1}, "international workers day": {month: 5, day: 1},
	"all saints day": {month: 11, day: 1}, "epiphany": {month: 1, day: 6}, "groundhog day": {month: 2, day: 2},
	"st patrick's day": {month: 3, day: 17}, "april fools day": {month: 4, day: 1},
	"april fool's day": {month: 4, day: 1}, "international women's day": {month: 3, day: 8}, "bastille day": {month: 7, day: 14},
	"juneteenth": {month: 6, day: 19}, "veterans day": {month: 11, day: 11}, "armistice day": {month: 11, day: 11},
	"guy fawkes night": {month: 11, day: 5}, "earth day": {month: 4, day: 22},
	"easter": {}, "easter sunday": {}, "easter monday": {day: 1}, "good friday": {day: -2}, "palm sunday": {day: -7},
	"ash wednesday": {day: -46}, "maundy thursday": {day: -3}, "pentecost": {day: 49},
	"labor day": {month: 9, nth: 1, weekday: 1}, "memorial day": {month: 5, nth: -1, weekday: 1},
	"columbus day": {month: 10, nth: 2, weekday: 1}, "presidents day": {month: 2, nth: 3, weekday: 1},
	"martin luther king day": {month: 1, nth: 3, weekday: 1}, "thanksgiving": {month: 11, nth: 4, weekday: 4},
	"thanksgiving day": {month: 11, nth: 4, weekday: 4}, "black friday": {month: 11, nth: 4, weekday: 4, day: 1},
	"cyber monday": {month: 11, nth: 4, weekday: 4, day: 4},
	"xmas":         {month: 12, day: 25}, "xmas eve": {month: 12, day: 24}, "xmas day": {month: 12, day: 25}, "st stephen's day": {month: 12, day: 26},
	"new years day": {month: 1, day: 1}, "new years eve": {month: 12, day: 31}, "new year day": {month: 1, day: 1},
	"new year eve": {month: 12, day: 31}, "valentines day": {month: 2, day: 14}, "saint valentine's day": {month: 2, day: 14},
	"saint patrick's day": {month: 3, day: 17}, "st patricks day": {month: 3, day: 17}, "april fools": {month: 4, day: 1},
	"mlk day": {month: 1, nth: 3, weekday: 1}, "martin luther king jr day": {month: 1, nth: 3, weekday: 1}, "president's day": {month: 2, nth: 3, weekday: 1},
	"indigenous peoples day":  {month: 10, nth: 2, weekday: 1},
	"indigenous people's day": {month: 10, nth: 2, weekday: 1}, "cinco de mayo": {month: 5, day: 5},
	"remembrance day": {month: 11, day: 11}, "all souls day": {month: 11, day: 2}, "all saint's day": {month: 11, day: 1},
	"all hallows eve": {month: 10, day: 31}, "guy fawkes day": {month: 11, day: 5}, "bonfire night": {month: 11, day: 5},
	"canada day": {month: 7, day: 1}, "australia day": {month: 1, day: 26}, "anzac day": {month: 4, day: 25},
	"waitangi day": {month: 2, day: 6}, "st andrew's day": {month: 11, day: 30}, "st george's day": {month: 4, day: 23},
	"st david's day": {month: 3, day: 1}, "st nicholas day": {month: 12, day: 6}, "women's day": {month: 3, day: 8},
	"veteran's day": {month: 11, day: 11}, "mother's day": {month: 5, nth: 2, weekday: 0}, "mothers day": {month: 5, nth: 2, weekday: 0},
	"father's day": {month: 6, nth: 3, weekday: 0}, "fathers day": {month: 6, nth: 3, weekday: 0},
	"shrove tuesday": {day: -47}, "mardi gras": {day: -47}, "holy thursday": {day: -3}, "holy saturday": {day: -1},
	"ascension day": {day: 39}, "whit sunday": {day: 49}, "whit monday": {day: 50},
}

// otherYears in front of "New Year" begin on other days.
var otherYears = wordSet("chinese lunar jewish orthodox persian iranian islamic muslim hindu tamil thai vietnamese tibetan korean julian old fiscal financial academic school")

// holidayStarts are the first words of their names.
var holidayStarts = firstWords(holidays)

// commonStarts of such names are common words.
var commonStarts = wordSet(`new good palm ash may all earth april epiphany memorial martin president's mother's mothers
	father's fathers women's holy whit remembrance bonfire indigenous guy st saint canada australia ascension cinco`)

func firstWords(named map[string]holiday) map[string]bool {
	all := make(map[string]bool)
	for name := range named {
		first, _, _ := strings.Cut(name, " ")
		all[first] = true
	}
	return all
}

// dayParts may follow a day and belong to it.
var dayParts = wordSet("morning afternoon evening night")
