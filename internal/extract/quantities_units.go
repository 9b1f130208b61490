package extract

import "strings"

// minCrowd is the smallest bare number in front of "who" that is not an age or a day.
const minCrowd = 100

// findUnit reads what stands behind the number: a unit of measure or the noun
// phrase that is counted, then "per".
func (g grammar) findUnit(f *figure) {
	i := g.pastOdd(f.to)
	f.textFrom, f.textTo, f.after = f.from, f.to, f.to
	f.unitFrom, f.unitTo = f.to, f.to
	switch {
	case f.amount.unit != "":
		f.unit, f.measure = f.amount.unit, true
		f.unitFrom, f.unitTo = g.moneyWords(f.amount)
		if f.amount.unitTo > 0 {
			f.unitFrom, f.unitTo = f.amount.unitFrom, f.amount.unitTo
		}
		i = f.to
	case g.isAged(f):
		f.unit, f.measure = "year", true
	case isWireless(g.ws, f.from): // a name rather than a count; the automaton does not take part
		f.unit, f.unitTo = "generation", i+1
		i++
	case g.lower(i) == "times" && !f.fraction:
		f.unit, f.measure, f.unitTo = "time", true, i+1
		i++
	case g.lower(i) == "who" && !f.fraction && f.low >= minCrowd:
		f.unit = "person"
	default:
		if u, n := g.unitAt(i); n > 0 && !f.fraction && u.name != "person" && !g.isVictory(f.amount) {
			f.unit, f.measure = u.name, true
			g.measureUnit(f, i, n)
			i = f.unitTo
		} else if p, ok := g.counted(i, f.low != 1 || f.isRange()); ok && g.mayCountNoun(f, p) {
			g.countUnit(f, p)
			i = p.to
		}
	}
	if f.unit == "" && g.isAge(f) {
		f.unit, f.measure = "year", true
	}
	g.rate(f, i)
	if f.fraction {
		f.unit, f.measure = "fraction", false
	}
}

// rate reads what the number is told for at i, behind its unit, and where all that
// ends.
func (g grammar) rate(f *figure, i int) {
	f.after = i
	n, per := g.per(i)
	if per == "" {
		if currencyUnits[f.unit] {
			f.per = g.perBehind(i)
		}
		return
	}
	f.after += n
	f.per, f.perTo = per, f.after
	if isDigit(rune(per[0])) || per == "dozen" {
		f.perNumberTo = f.after
	}
}

// mayCountNoun reports whether the number takes the noun behind it: a vague one
// without "of" is a noun itself ("thousands lined the streets") but in front of
// people ("dozens wounded") and "more".
func (g grammar) mayCountNoun(f *figure, p nounPhrase) bool {
	if g.lower(p.head) == "x" {
		return false // "10 x 12 feet"
	}
	if l := g.lower(f.to); !f.vague || l == "of" || l == "more" || vagueCounts[g.lower(f.from)] {
		return true
	}
	return isPersonNoun(g.lower(p.head)) && p.head == f.to
}

// maxAge is the oldest age in years that a number between commas may be.
const maxAge = 115

// isAge reports whether the bare number stands behind a name between commas:
// "Anna Smith, 25, said".
func (g grammar) isAge(f *figure) bool {
	if f.from < 2 || f.to != f.from+1 || !f.digits || f.isRange() || f.low < 1 || f.low > maxAge || f.low != float64(int(f.low)) {
		return false
	}
	name := g.ws[f.from-2]
	if name.kind != wordPlain || !isUpper([]rune(name.text)[0]) || monthNames[name.lower] != 0 {
		return false
	}
	before, after := g.lower(f.from-1), g.lower(f.to)
	return before == "," && (after == "," || after == ".") || before == "(" && after == ")"
}

// isAged reports whether "aged", "age" or "ages" in front makes the number one of
// years: "aged 5", "aged between 18 and 34", "children ages 5 to 12".
func (g grammar) isAged(f *figure) bool {
	if f.high > maxAge || f.low < 0 || f.fraction || f.vague {
		return false
	}
	if u, n := g.unitAt(f.to); n > 0 && timeUnits[u.name] {
		return false
	}
	if g.isOlder(f.to) {
		return true
	}
	k := f.from - 1
	if _, from := g.boundBefore(f.from); from < f.from {
		k = from - 1
	} else if l := g.lower(k); l == "between" || l == "from" {
		k--
	}
	if l := g.lower(k - 1); g.lower(k) == "of" && (l == "ages" || l == "age") {
		return true
	}
	switch g.lower(k) {
	case "aged", "ages":
		return true
	case "age":
		return k > 0 && classOf(g.ws[k-1]) == classPreposition || g.isAge(f)
	}
	return false
}

// isOlder reports whether "and older", "or younger" stand at k.
func (g grammar) isOlder(k int) bool {
	joint, age := g.lower(k), g.lower(k+1)
	return (joint == "and" || joint == "or") && (age == "older" || age == "younger")
}

// moneyWords is the span of the currency or percent words of the amount.
func (g grammar) moneyWords(a amount) (int, int) {
	for k := a.to - 1; k >= a.from; k-- {
		if g.ws[k].kind == wordNumber || numberWords[g.lower(k)].kind != 0 {
			if k = g.skipHyphen(k + 1); g.lower(k) == "of" {
				k++
			}
			if l := g.lower(k); l == "a" || l == "an" {
				k++
			}
			if k < a.to {
				return k, a.to
			}
			break
		}
	}
	for k := a.from; k < a.to; k++ {
		if g.ws[k].kind == wordNumber || numberWords[g.lower(k)].kind != 0 {
			return a.from, k
		}
	}
	return a.to, a.to
}

func (g grammar) measureUnit(f *figure, i, n int) {
	f.unitFrom, f.unitTo = i, i+n
	if g.lower(i) == "-" {
		f.unitFrom++
	}
	f.textTo = f.unitTo
	k := f.unitTo
	if g.lower(k) == "-" && g.lower(k+1) == "old" || g.lower(k) == "old" || g.lower(k) == "-" && g.lower(k+1) == "olds" {
		for g.lower(k) == "-" || g.lower(k) == "old" || g.lower(k) == "olds" {
			k++
		}
		f.unitTo, f.textTo = k, k
	} else if g.lower(k) == "of" && (g.lower(k+1) == "age" || g.lower(k+1) == "oil" && f.unit == "barrel") {
		f.unitTo = k + 2
	}
	f.adjectival = g.lower(i) == "-" || f.low != 1 && !isPlural(g.lower(f.unitTo-1)) && len(g.lower(f.unitTo-1)) > 2
}

func (g grammar) countUnit(f *figure, p nounPhrase) {
	f.phrase, f.counts = p, true
	f.unitFrom, f.unitTo = p.from, p.to
	f.adjectival = p.from == f.to+1 && g.lower(f.to) == "-"
	head := g.lower(p.head)
	if u, ok := unitForms[g.lower(p.head-1)+" "+head]; ok && p.head > p.from { // "thousands of square miles"
		f.unit, f.measure = u.name, true
	} else if u, ok := unitForms[head]; ok && len(head) > 3 { // "millions of dollars", "hundreds of miles"
		f.unit, f.measure = u.name, true
	} else if head == "crews" || f.low == 1 && !f.isRange() && groups[head] {
		f.unit = singular(head)
	} else if isPersonNoun(head) || isPersonNoun(singular(head)) && isPlural(head) {
		f.unit = "person"
	} else {
		f.unit = singular(head)
	}
}

// groups are nouns that are one in front of "one" and people in front of more: "one crew".
var groups = wordSet("crew staff personnel police")

// perUnits may stand behind "a" as in "$3 a gallon".
var perUnits = wordSet("share barrel gallon gram kilogram kilo tonne ton litre liter pound piece person head game minute hour day week month year second night ounce pint bottle unit ticket seat pop mile season quarter vote house household capita dozen")

// shortRates are units as they are written behind a slash: "$8/mo".
var shortRates = map[string]string{"mo": "month", "gal": "gallon"}

// rates are adverbs that say how often a sum is told for: "earn $900 weekly".
var rates = map[string]string{"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}

// backwards follow "a year" that is a date and no rate.
var backwards = wordSet("ago earlier later before after on back prior previously old")

// per reads "per day", "a year", "/h", "per 100,000 people" and how many pieces it has.
func (g grammar) per(i int) (int, string) {
	k := i
	for g.lower(k) == "-" && k > i-1 && g.touches(k-1) {
		k++
	}
	switch l := g.lower(k); {
	case k > i && perUnits[joinedRate(l)]: // "$15-an-hour"
		return k + 1 - i, joinedRate(l)
	case l == "per":
		k = g.pastHyphen(k + 1)
	case (l == "a" || l == "an" || l == "every" || l == "each") && k+1 < len(g.ws):
		k = g.pastHyphen(k + 1)
		if !perUnits[g.lower(k)] || backwards[g.lower(k+1)] {
			return 0, ""
		}
	case rates[l] != "" && (l == "annually" || k+1 >= len(g.ws) || classOf(g.ws[k+1]) != classContent):
		return k + 1 - i, rates[l]
	case l == "/" && g.touches(k):
		k++
	default:
		return 0, ""
	}
	if k >= len(g.ws) {
		return 0, ""
	}
	text := ""
	if v, n := g.perNumber(k); n > 0 {
		text = formatNumber(v) + " "
		k += n
	}
	if k >= len(g.ws) || g.ws[k].kind != wordPlain {
		return k - i, strings.TrimSpace(text) // "6 per 1,000"
	}
	name, size := singular(g.lower(k)), 1
	if full := shortRates[name]; full != "" {
		name = full
	}
	if u, n := g.unitAt(k); n > 0 {
		name, size = u.name, n
	} else if isPersonNoun(g.lower(k)) {
		name = "person"
	}
	return k + size - i, text + name
}

func (g grammar) pastHyphen(k int) int {
	if g.lower(k) == "-" {
		return k + 1
	}
	return k
}

// maxSpent is how many words may tell what a sum is in or for before its rate follows.
const maxSpent = 4

// perBehind reads the rate of a sum behind what it is in: "$9 billion in farm goods
// each day".
func (g grammar) perBehind(i int) string {
	if l := g.lower(i); l != "in" && l != "of" && l != "on" {
		return ""
	}
	for k := i + 1; k < len(g.ws) && k <= i+1+maxSpent; k++ {
		if l := g.lower(k); k > i+1 && (l == "each" || l == "every" || l == "per" || l == "a") {
			if u, n := g.unitAt(k + 1); n > 0 && timeUnits[u.name] && !isPlural(g.lower(k+1)) && !backwards[g.lower(k+1+n)] {
				return u.name
			}
			return ""
		}
		if classOf(g.ws[k]) != classContent {
			return ""
		}
	}
	return ""
}

// joinedRate is the unit of "an-hour", "per-person".
func joinedRate(l string) string {
	article, unit, _ := strings.Cut(l, "-")
	if article == "a" || article == "an" || article == "per" {
		return unit
	}
	return ""
}

// perNumber reads the number of "per 100,000 people" and "per million" at k.
func (g grammar) perNumber(k int) (v float64, n int) {
	if n := numberWords[g.lower(k)].kind; g.ws[k].kind != wordNumber && (n == 0 || n > numScale) || g.lower(k) == "dozen" {
		return 0, 0
	}
	a, ok := g.denominator(k) // masked, since it counts nothing by itself
	if !ok && numberWords[g.lower(k)].kind == numScale {
		a, ok = amount{low: numberWords[g.lower(k)].value, to: k + 1}, true
	}
	if a = g.scales(a, false); !ok || a.low <= 1 {
		return 0, 0
	}
	return a.low, a.to - k
}

// shareUnits gives a number of a list the unit of the next one: "five or six
// years", "5.4, 6.1 and 6.7 inches".
func (g grammar) shareUnits(fs []figure) {
	for i := len(fs) - 2; i >= 0; i-- {
		a, b := &fs[i], fs[i+1]
		if a.unit != "" || b.unit == "" || b.fraction || a.fraction || !g.listed(a.to, b.from) {
			continue
		}
		if currencyUnits[b.unit] && b.unitFrom <= b.from {
			continue
		}
		a.unit, a.measure, a.per, a.adjectival = b.unit, b.measure, b.per, b.adjectival
		a.unitFrom, a.unitTo, a.phrase, a.counts = b.unitFrom, b.unitTo, b.phrase, b.counts
		a.after = b.after
		if b.low >= 1000 {
			g.shareScale(&a.amount, b.amount)
		}
	}
}

// inheritUnits gives a bare number behind "from", "to", "with" the unit of the
// number it is compared with: "300 boats, up from 200".
func (g grammar) inheritUnits(fs []figure) {
	for i := 1; i < len(fs); i++ {
		a, b := &fs[i], fs[i-1]
		if a.unit != "" || b.unit == "" || b.unit == "percent" || a.fraction || b.fraction || b.adjectival {
			continue
		}
		switch g.lower(a.from - 1) {
		case "from", "to", "with", "versus", "against", "than", "including":
			if g.lower(a.from-1) == "including" && !b.counts {
				continue
			}
			a.unit, a.measure, a.counts, a.phrase = b.unit, b.measure, b.counts, b.phrase
			a.unitFrom, a.unitTo = b.unitFrom, b.unitTo
		}
	}
}

// listed reports whether only the marks and words of a list stand between two numbers.
func (g grammar) listed(from, to int) bool {
	if to <= from || to-from > 4 {
		return false
	}
	for k := from; k < to; k++ {
		switch g.lower(k) {
		case "or", "and", "-", "to", ",", "by", "x", "×":
		default:
			return false
		}
	}
	return true
}
