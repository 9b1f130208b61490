package extract

// A numKind is the part a number word plays in a number.
type numKind int

const (
	numUnit     numKind = iota + 1 // one … nineteen
	numTens                        // twenty … ninety
	numHundred                     // hundred
	numScale                       // thousand, million, dozen, lakh …
	numLetter                      // k, m, bn: a scale only when it touches its number or money is meant
	numPlural                      // hundreds, thousands, dozens: vague
	numFraction                    // half, third, quarters
)

type numWord struct {
	kind  numKind
	value float64
}

// numberWords is the one table that both readers share.
var numberWords = map[string]numWord{
	"zero": {numUnit, 0}, "nought": {numUnit, 0}, "naught": {numUnit, 0}, "one": {numUnit, 1}, "two": {numUnit, 2}, "three": {numUnit, 3}, "four": {numUnit, 4},
	"five": {numUnit, 5}, "six": {numUnit, 6}, "seven": {numUnit, 7}, "eight": {numUnit, 8}, "nine": {numUnit, 9},
	"ten": {numUnit, 10}, "eleven": {numUnit, 11}, "twelve": {numUnit, 12}, "thirteen": {numUnit, 13},
	"fourteen": {numUnit, 14}, "fifteen": {numUnit, 15}, "sixteen": {numUnit, 16}, "seventeen": {numUnit, 17},
	"eighteen": {numUnit, 18}, "nineteen": {numUnit, 19},
	"twenty": {numTens, 20}, "thirty": {numTens, 30}, "forty": {numTens, 40}, "fourty": {numTens, 40}, "fifty": {numTens, 50},
	"sixty": {numTens, 60}, "seventy": {numTens, 70}, "eighty": {numTens, 80}, "ninety": {numTens, 90},
	"hundred":  {numHundred, 100},
	"thousand": {numScale, 1e3}, "million": {numScale, 1e6}, "billion": {numScale, 1e9}, "trillion": {numScale, 1e12},
	"quadrillion": {numScale, 1e15}, "dozen": {numScale, 12}, "score": {numScale, 20}, "lakh": {numScale, 1e5}, "lakhs": {numScale, 1e5},
	"crore": {numScale, 1e7}, "crores": {numScale, 1e7},
	"k": {numLetter, 1e3}, "m": {numLetter, 1e6}, "mn": {numLetter, 1e6}, "mln": {numLetter, 1e6}, "mil": {numLetter, 1e6},
	"b": {numLetter, 1e9}, "bn": {numLetter, 1e9}, "bln": {numLetter, 1e9}, "tn": {numLetter, 1e12}, "tln": {numLetter, 1e12}, "trn": {numLetter, 1e12},
	"dozens": {numPlural, 12}, "scores": {numPlural, 20}, "tens": {numPlural, 10}, "hundreds": {numPlural, 100},
	"thousands": {numPlural, 1e3}, "millions": {numPlural, 1e6}, "billions": {numPlural, 1e9}, "trillions": {numPlural, 1e12},
	"half": {numFraction, 1.0 / 2}, "halves": {numFraction, 1.0 / 2}, "third": {numFraction, 1.0 / 3}, "thirds": {numFraction, 1.0 / 3},
	"quarter": {numFraction, 1.0 / 4}, "quarters": {numFraction, 1.0 / 4}, "fourth": {numFraction, 1.0 / 4}, "fourths": {numFraction, 1.0 / 4},
	"fifth": {numFraction, 1.0 / 5}, "fifths": {numFraction, 1.0 / 5}, "sixth": {numFraction, 1.0 / 6}, "sixths": {numFraction, 1.0 / 6},
	"seventh": {numFraction, 1.0 / 7}, "sevenths": {numFraction, 1.0 / 7}, "eighth": {numFraction, 1.0 / 8}, "eighths": {numFraction, 1.0 / 8},
	"twelfth": {numFraction, 1.0 / 12}, "twelfths": {numFraction, 1.0 / 12}, "sixteenth": {numFraction, 1.0 / 16},
	"sixteenths": {numFraction, 1.0 / 16}, "twentieth": {numFraction, 1.0 / 20}, "twentieths": {numFraction, 1.0 / 20},
	"hundredth": {numFraction, 1e-2}, "hundredths": {numFraction, 1e-2}, "thousandth": {numFraction, 1e-3}, "thousandths": {numFraction, 1e-3},
	"millionth": {numFraction, 1e-6}, "millionths": {numFraction, 1e-6}, "billionth": {numFraction, 1e-9}, "billionths": {numFraction, 1e-9},
	"trillionth": {numFraction, 1e-12}, "trillionths": {numFraction, 1e-12},
	"ninth": {numFraction, 1.0 / 9}, "ninths": {numFraction, 1.0 / 9}, "tenth": {numFraction, 1.0 / 10}, "tenths": {numFraction, 1.0 / 10},
}

// vagueCounts in front of a scale make it one to ten of them: "several hundred".
var vagueCounts = wordSet("several few many")

// dozensAfter are forms of "dozen" that count behind a number: "three dozens".
var dozensAfter = wordSet("dozens doz doz. dozs")

// unitOrdinals are the plurals of ordinals that end a fraction in words: "three twenty-firsts".
var unitOrdinals = map[string]float64{
	"firsts": 1, "seconds": 2, "thirds": 3, "fourths": 4, "fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9,
}

// superscripts are the raised digits of a power, one code point each.
var superscripts = map[rune]byte{
	'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9', '⁻': '-', '⁺': '+',
}

// vulgar fractions, one code point each.
var vulgar = map[rune]float64{
	'½': 1.0 / 2, '⅓': 1.0 / 3, '⅔': 2.0 / 3, '¼': 1.0 / 4, '¾': 3.0 / 4, '⅕': 1.0 / 5, '⅖': 2.0 / 5, '⅗': 3.0 / 5,
	'⅘': 4.0 / 5, '⅙': 1.0 / 6, '⅚': 5.0 / 6, '⅛': 1.0 / 8, '⅜': 3.0 / 8, '⅝': 5.0 / 8, '⅞': 7.0 / 8,
}

// currencySigns and currencyCodes stand before a number; the codes also behind it.
var currencySigns = map[string]string{
	"$": "usd", "£": "gbp", "€": "eur", "¥": "jpy", "₹": "inr", "₽": "rub", "₩": "krw", "₺": "try", "₴": "uah", "₪": "ils",
	"₦": "ngn", "₱": "php", "฿": "thb", "₫": "vnd", "₡": "crc", "₭": "lak", "₸": "kzt", "₵": "ghs", "₲": "pyg", "₼": "azn", "₾": "gel",
}

// dollarPrefixes say whose dollar "$" is: "A$5".
var dollarPrefixes = map[string]string{
	"us": "usd", "u.s.": "usd", "a": "aud", "au": "aud", "aud": "aud", "c": "cad", "ca": "cad", "cad": "cad", "nz": "nzd",
	"nzd": "nzd", "hk": "hkd", "s": "sgd", "sg": "sgd", "nt": "twd", "r": "brl", "mex": "mxn", "mxn": "mxn", "usd": "usd",
}

var currencyCodes = map[string]string{
	"usd": "usd", "eur": "eur", "gbp": "gbp", "jpy": "jpy", "cny": "cny", "rmb": "cny", "inr": "inr", "rs": "inr", "rs.": "inr",
	"aud": "aud", "cad": "cad", "nzd": "nzd", "hkd": "hkd", "sgd": "sgd", "chf": "chf", "sek": "sek", "nok": "nok",
	"dkk": "dkk", "zar": "zar", "rub": "rub", "try": "try", "krw": "krw", "myr": "myr", "rm": "myr", "idr": "idr",
	"thb": "thb", "php": "php", "brl": "brl", "mxn": "mxn", "pln": "pln", "huf": "huf", "czk": "czk", "uah": "uah",
	"aed": "aed", "sar": "sar", "egp": "egp", "ngn": "ngn", "kes": "kes", "ghs": "ghs", "pkr": "pkr", "bdt": "bdt",
	"ils": "ils", "nis": "ils", "twd": "twd", "vnd": "vnd", "ars": "ars", "clp": "clp", "kzt": "kzt",
	"isk": "isk", "bgn": "bgn", "qar": "qar", "kwd": "kwd", "lkr": "lkr", "npr": "npr", "btc": "bitcoin",
	"bhd": "bhd", "omr": "omr", "jod": "jod", "iqd": "iqd", "lbp": "lbp", "dzd": "dzd", "tnd": "tnd", "uyu": "uyu", "dop": "dop", "jmd": "jmd",
	"xof": "xof", "xaf": "xaf", "etb": "etb", "zmw": "zmw", "mzn": "mzn", "mur": "mur", "rwf": "rwf", "byn": "byn", "azn": "azn", "uzs": "uzs",
	"rsd": "rsd", "rp": "idr", "ron": "ron", "kr": "kr", "kč": "czk", "zł": "pln", "ksh": "kes", "ush": "ugx", "ugx": "ugx", "tzs": "tzs",
}

// garbledSigns are what a currency sign becomes in text brought to plain letters,
// and the letter of the rand: "PS2.7m", "Y28,030", "R5 million". They touch a number that is broken, grouped or scaled.
var garbledSigns = map[string]string{"ps": "gbp", "y": "jpy", "r": "zar"}

// codesOfWords are codes in capitals only: in small letters they are words.
var codesOfWords = wordSet("try rs rm sar php rub nis ron")
