package extract

import "time"

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
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 0,
}

// shortWeekdays are words or parts of names too.
var shortWeekdays = wordSet("mon tue tues wed thu thur thurs fri sat sun")

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

// dayParts may follow a day and belong to it.
var dayParts = wordSet("morning afternoon evening night")
