package facts

// numberWords are the English cardinals below a hundred.
var numberWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
	"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "twice": 2, "thrice": 3,
}

// scaleOf are the words that multiply the number before them.
var scaleOf = map[string]float64{
	"dozen": 12, "hundred": 100, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7,
	"billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
}

// shortScales are abbreviated scales behind digits.
var shortScales = map[string]float64{
	"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "t": 1e12,
}

// currencies are letters that touch an amount of money without making it a name.
var currencies = map[string]bool{
	"us": true, "usd": true, "eur": true, "gbp": true, "rs": true, "rm": true, "inr": true, "rmb": true, "cny": true,
	"chf": true, "jpy": true, "krw": true, "cad": true, "aud": true, "nzd": true, "sgd": true, "hkd": true, "zar": true,
	"nok": true, "sek": true, "dkk": true, "pln": true, "rub": true, "uah": true, "aed": true, "myr": true, "php": true,
	"idr": true, "thb": true, "brl": true, "mxn": true, "ksh": true, "ngn": true, "kr": true, "r": true, "ps": true,
}

// plurals name an order of size.
var plurals = map[string]float64{
	"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6,
	"crores": 1e7, "billions": 1e9, "trillions": 1e12,
}

// quantifiers before a scale leave its count open.
var quantifiers = map[string]float64{"several": 1, "few": 1, "many": 1, "couple": 2}

// parts are the denominators of spelled fractions.
var parts = map[string]float64{
	"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"hundredth": 100, "thousandth": 1e3,
}

// halves are the words after which "half" is one of two sides.
var halves = map[string]bool{
	"other": true, "latter": true, "better": true, "opening": true, "closing": true, "last": true,
	"northern": true, "southern": true, "eastern": true, "western": true, "upper": true, "lower": true,
}

// afterPart may follow "a third" as a share, where a noun would make it an ordinal.
var afterPart = map[string]bool{
	"of": true, "were": true, "are": true, "was": true, "is": true, "the": true, "more": true, "less": true,
	"fewer": true, "higher": true, "lower": true, "in": true, "to": true, "said": true, "say": true, "by": true,
	"from": true, "since": true, "and": true, "or": true, "on": true, "at": true, "have": true, "had": true, "has": true,
}

// beforePart may stand before "a third" as a share.
var beforePart = map[string]bool{
	"by": true, "about": true, "nearly": true, "almost": true, "than": true, "roughly": true,
	"approximately": true, "over": true, "around": true, "least": true, "only": true,
}

func isPart(w string) bool {
	return w != "" && parts[w] > 0
}

func isOrdinal(w string) bool {
	return w == "first" || w == "second" || isPart(w) && w != "quarter"
}

func isMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}
