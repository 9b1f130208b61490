package extract

import "strings"

// namingNouns stand before a number that is a name, not a count: "Section 3".
var namingNouns = wordSet(`section row article chapter page room gate flight phase level type channel group grade step stage season
	episode part act figure table version release model route highway interstate line track platform terminal volume vol tier
	zone district ward category class division number no. nos. no game week day round chapter verse psalm paragraph clause
	amendment resolution title lot unit block apartment suite floor exhibit item option plan formula grand iphone ipad galaxy
	windows playstation xbox apollo boeing airbus mark covid area building bus train runway junction exit box
	question reactor size appendix annex schedule measure proposition prop bill note pixel core watch band
	studio milepost classroom nr nr. nrs nrs.`)

// smallNaming are naming nouns that also stand before a count when in small letters.
var smallNaming = wordSet("act line group title plan game round week day unit block bill class watch train bus core band note measure season part figure building size option question item years year box lot floor area model exit formula grand mark boeing airbus apollo studio")

// mask marks the pieces that look like numbers and count nothing: dates, times,
// scores, phone numbers, addresses, names of products, roads and indexes.
func mask(ws []word, dates []mention) []bool {
	m := make([]bool, len(ws))
	maskDates(ws, dates, m)
	for i := range ws {
		if m[i] {
			continue
		}
		switch {
		case ws[i].kind == wordNumber:
			maskNumber(ws, i, m)
		case ws[i].lower == "one":
			m[i] = isPronounOne(ws, i) || isNamedNumber(ws, i)
		case ws[i].lower == "zero" && (lowerAt(ws, i-1) == "below" || lowerAt(ws, i-1) == "sub"):
			m[i] = true
		case ws[i].lower == "scores":
			m[i] = isResult(ws, i)
		case ws[i].kind == wordPlain && (isNamedNumber(ws, i) || isRank(ws, i) || isPart(ws, i) || isListedWord(ws, i, m)):
			m[i] = true
		case ws[i].lower == "http" || ws[i].lower == "https" || strings.HasPrefix(ws[i].lower, "www."):
			maskTouching(ws, i, m)
		}
	}
	return m
}

func maskDates(ws []word, dates []mention, m []bool) {
	k := 0
	for _, d := range dates {
		if d.counted {
			continue
		}
		for k < len(ws) && ws[k].end <= d.start {
			k++
		}
		for j := k; j < len(ws) && ws[j].start < d.end; j++ {
			m[j] = true
		}
	}
}

// maskTouching masks everything up to the next blank: an address on the web.
func maskTouching(ws []word, i int, m []bool) {
	m[i] = true
	for i+1 < len(ws) && ws[i].end == ws[i+1].start {
		i++
		m[i] = true
	}
}

// longestDigits is how long a run of digits behind a mark is surely a code: the
// value of an attribute, the end of an address.
const longestDigits = 13

func maskNumber(ws []word, i int, m []bool) {
	if before := lowerAt(ws, i-1); len(ws[i].text) >= longestDigits && (before == "\"" || before == "=" || before == "/") && isWhole(ws[i].text) {
		m[i] = true
		return
	}
	if i == 0 && len(ws) > 2 && ws[1].lower == "." && !strings.Contains(ws[0].text, ",") {
		m[i] = true // the number of a list item
		return
	}
	if n := chain(ws, i); n > 0 {
		for k := i; k < i+n; k++ {
			m[k] = true
		}
		return
	}
	if i > 1 && ws[i-1].end == ws[i].start && ws[i-2].end == ws[i-1].start && ws[i-2].kind == wordPlain && (ws[i-1].lower == "," || ws[i-1].lower == ".") {
		m[i] = true // the tail of a name or code: "PS21,700"
		return
	}
	if i > 1 && ws[i-1].lower == "-" && ws[i-1].end == ws[i].start && ws[i-2].end == ws[i-1].start && ws[i-2].kind == wordPlain && ws[i-2].lower != "minus" && !isJoinedPair(ws, i) {
		m[i] = true // "last-32"
		return
	}
	if i+2 < len(ws) && ws[i+2].lower == "code" && (ws[i+1].lower == "zip" || ws[i+1].lower == "area" || ws[i+1].lower == "postal") {
		m[i] = true
		return
	}
	if isOdds(ws, i) || isOtherName(ws, i, m) || isAreaCode(ws, i) || isAddress(ws, i) || isTime(ws, i) || numbersName(ws, i) || isYear(ws, i) || isGluedName(ws, i) {
		m[i] = true
	}
}

// isJoinedPair reports whether the number at i is the second of "10-by-12-foot" or,
// when it is the larger, of "10-to-15-minute".
func isJoinedPair(ws []word, i int) bool {
	if i < 4 || ws[i-3].lower != "-" || ws[i-4].kind != wordNumber {
		return false
	}
	return ws[i-2].lower == "by" || ws[i-2].lower == "to" && isSmaller(ws[i-4], ws[i])
}

// isOdds reports whether the number at i is the first of odds: "3-to-1".
func isOdds(ws []word, i int) bool {
	return i+4 < len(ws) && ws[i+1].lower == "-" && ws[i+2].lower == "to" && ws[i+3].lower == "-" && ws[i+4].kind == wordNumber && !isSmaller(ws[i], ws[i+4])
}

func isSmaller(a, b word) bool {
	x, ok1 := number(a.text)
	y, ok2 := number(b.text)
	return ok1 && ok2 && x < y
}

// chain measures a run of numbers that is a phone number, a score, a date or a
// name: "222-2222-2222", "2-1", "24/7", "5:30". It returns 0 for anything else.
func chain(ws []word, i int) int {
	k, n, mark := i, 1, ""
	for k+2 < len(ws) && ws[k].end == ws[k+1].start && ws[k+1].end == ws[k+2].start && ws[k+2].kind == wordNumber {
		l := ws[k+1].lower
		if l != "-" && l != "–" && l != "/" && l != ":" {
			break
		}
		if l != "–" || mark == "" {
			mark = l
		}
		k, n = k+2, n+1
	}
	switch {
	case n == 1:
		return 0
	case n > 2, mark == ":", mark == "-" && isPhone(ws, i):
		return k - i + 1
	case mark == "/":
		if _, f := (grammar{ws: ws}).slash(i); f > 0 {
			return 0
		}
		return k - i + 1
	}
	g := grammar{ws: ws, masked: make([]bool, len(ws))}
	a, ok1 := g.numeral(i, false)
	b, ok2 := g.single(i + 2)
	if !ok1 || !ok2 || a.low >= b.low && !b.scaled && !a.scaled || isYearValue(ws[i]) || !g.hyphenRange(a, b) {
		if i > 0 && currencySigns[ws[i-1].lower] != "" {
			return 0
		}
		return 3
	}
	return 0
}

var streets = wordSet(`st st. street ave ave. avenue rd rd. road dr dr. drive blvd blvd. boulevard lane ln ln. court parkway pkwy highway plaza square terrace way
	pike turnpike trail circle cir cir. pl. place hwy hwy. loop alley crescent`)

// isAddress reports whether the number is that of a house: "860 Main St."
func isAddress(ws []word, i int) bool {
	for k := i + 1; k < len(ws) && k <= i+5; k++ {
		if ws[k].kind != wordPlain || !ws[k].is(isCapital) && !isDigit([]rune(ws[k].text)[0]) {
			return false
		}
		if k > i+1 && streets[ws[k].lower] {
			return true
		}
	}
	return false
}

func isTime(ws []word, i int) bool {
	if i+1 >= len(ws) {
		return false
	}
	switch ws[i+1].lower {
	case "a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock", "gmt", "utc", "bst", "est", "edt", "cet", "hrs.":
		return true
	}
	return false
}

// numbersName reports whether the number names the noun before it: "Section 427",
// "FTSE 100", "No. 2", "#1".
func numbersName(ws []word, i int) bool {
	if i == 0 {
		return false
	}
	before := ws[i-1]
	if before.lower == "#" || before.lower == "@" || before.lower == "_" {
		return true
	}
	if before.kind != wordPlain || isHedge(before.lower) {
		return false
	}
	capital := before.is(isCapital)
	if namingNouns[before.lower] {
		return capital && i > 1 || !smallNaming[before.lower]
	}
	if code, _ := scaledCode(before); code != "" {
		return false
	}
	if !capital || i == 1 && classOf(before) != classContent || strings.ContainsAny(ws[i].text, ",") {
		return false
	}
	if currencyCodes[before.lower] != "" && isCode(before) || garbledSigns[before.lower] != "" && before.end == ws[i].start || classOf(before) != classContent || isVerbish(before.lower) || numberWords[before.lower].kind != 0 {
		return false
	}
	return !counts(ws, i+1) && !(grammar{ws: ws}).isOlder(i+1)
}

func isHedge(w string) bool { _, ok := hedgesBefore[w]; return ok }

func isVerbish(w string) bool {
	_, change := changeWords[w]
	return change || isParticiple(w)
}

// counts reports whether what stands at i is counted by the number before it: a
// unit, a scale, a percent, a plural noun soon.
func counts(ws []word, i int) bool {
	g := grammar{ws: ws}
	if _, n := g.unitAt(i); n > 0 {
		return true
	}
	for k := i; k < len(ws) && k < i+4; k++ {
		w := ws[k]
		if k == i {
			if n, ok := numberWords[w.lower]; ok && (n.kind == numScale || n.kind == numHundred || n.kind == numLetter && w.start == ws[k-1].end) {
				return true
			}
			if currencySigns[w.lower] != "" || currencyCodes[w.lower] != "" && w.text == strings.ToUpper(w.text) {
				return true
			}
		}
		if w.kind != wordPlain || classOf(w) != classContent {
			return false
		}
		if isPlural(w.lower) && !w.is(isCapital) {
			return true
		}
	}
	return false
}

func isYearValue(w word) bool {
	t := digitsOnly(w.text)
	return len(t) == 4 && w.end-w.start == 4 && (t[0] == '1' && t[1] >= '5' || t[0] == '2' && t[1] == '0') && !strings.ContainsAny(t, ".,")
}

// yearLeads stand in front of a year that a name follows: "during 2016 Stone spoke".
var yearLeads = wordSet("in since during until throughout")

// isYear reports whether four digits are a year: nothing is counted by them, or
// they stand in front of a name or an event.
func isYear(ws []word, i int) bool {
	if !isYearValue(ws[i]) {
		return false
	}
	if i > 0 && (currencySigns[ws[i-1].lower] != "" || currencyCodes[ws[i-1].lower] != "") {
		return false
	}
	if y := small(digitsOnly(ws[i].text)); i > 0 && yearLeads[ws[i-1].lower] && y >= 1900 && y <= 2035 && (i+1 >= len(ws) || ws[i+1].is(isCapital)) {
		return true
	}
	if i+1 < len(ws) {
		next := ws[i+1]
		if _, n := (grammar{ws: ws}).unitAt(i + 1); n > 0 && !timeUnits[next.lower] || numberWords[next.lower].kind == numScale {
			return false
		}
		if isPersonNoun(next.lower) && isPlural(next.lower) {
			return false
		}
	}
	if y := small(digitsOnly(ws[i].text)); y >= 1980 && y <= 2035 && y != 2000 && (i == 0 || !isHedge(ws[i-1].lower)) {
		return true // thousands are written with a comma where they count: "2020 election results"
	}
	if i == 0 {
		return !counts(ws, i+1)
	}
	before := ws[i-1].lower
	if y := small(digitsOnly(ws[i].text)); y >= 1980 && y <= 2035 && ws[i-1].is(isCapital) && !isHedge(before) {
		return true
	}
	switch before {
	case "of":
		return !counts(ws, i+1) && small(ws[i].text) >= 1700 && small(ws[i].text)%100 != 0
	case "in", "since", "the", "by", "until", "before", "after", "during", "from", "for", "a", "an", "late", "early", "mid", "to", "its", "his", "their", "and", "(", "around":
		return ws[i].text[0] == '2' && ws[i].text[1] == '0' || !counts(ws, i+1) || before == "the"
	}
	return !isHedge(before) && !counts(ws, i+1) && len(ws) > 3
}

// isGluedName reports whether a capital letter touches the number: "3D", "4K".
func isGluedName(ws []word, i int) bool {
	if i+1 >= len(ws) || ws[i].end != ws[i+1].start || ws[i+1].kind != wordPlain {
		return false
	}
	next := ws[i+1]
	if _, n := (grammar{ws: ws}).unitAt(i + 1); n > 0 {
		return false
	}
	r := []rune(next.text)
	if numberWords[next.lower].kind != 0 || currencyCodes[next.lower] != "" || next.text == "p" || isWireless(ws, i) {
		return false
	}
	return isUpper(r[0]) || len(r) == 1 || strings.Contains(next.lower, "-")
}

// isWireless reports whether the number is a generation of radio networks: "5G".
func isWireless(ws []word, i int) bool {
	return i+1 < len(ws) && ws[i+1].text == "G" && ws[i].end == ws[i+1].start && len(ws[i].text) == 1 && ws[i].text >= "2" && ws[i].text <= "6"
}

// isNamedNumber reports whether a number word is part of a name: "Formula One".
func isNamedNumber(ws []word, i int) bool {
	if !ws[i].is(isNumberWord) {
		return false
	}
	if n := numberWords[ws[i].lower]; n.kind == 0 || i == 0 || !ws[i].is(isCapital) || n.kind == numLetter {
		return false
	}
	before := ws[i-1]
	return before.kind == wordPlain && before.is(isCapital) && (i > 1 || classOf(before) == classContent) ||
		i+1 < len(ws) && ws[i+1].kind == wordPlain && ws[i+1].is(isCapital) && before.kind == wordPlain && numberWords[ws[i+1].lower].kind == 0
}

// isRank reports whether the number word at i names a part of a table: "the top three".
func isRank(ws []word, i int) bool {
	if i == 0 || !ws[i].is(isNumberWord) || numberWords[ws[i].lower].kind == 0 {
		return false
	}
	switch ws[i-1].lower {
	case "top", "bottom", "final", "big":
		return i+1 >= len(ws) || classOf(ws[i+1]) != classContent
	}
	return false
}

// notCounting are words behind which "one" is a pronoun.
var notCounting = wordSet("no any every each this that the which another some every-one single last first next right wrong good bad big little other what if whose loved")

// endsNumber reports whether "one" at i is the last word of a number: "twenty-one",
// "a hundred and one", "minus one".
func endsNumber(ws []word, i int) bool {
	if i == 0 {
		return false
	}
	k := i - 1
	if l := ws[k].lower; k > 0 && (l == "-" && ws[k].end == ws[i].start || l == "and") {
		k--
	}
	switch n := numberWords[ws[k].lower]; n.kind {
	case numTens, numHundred:
		return true
	case numScale:
		return k < i-1
	}
	return k == i-1 && (ws[k].lower == "minus" || ws[k].lower == "negative" || ws[k].lower == "point")
}

// isPronounOne reports whether "one" at i counts nothing: "this one", "one another".
func isPronounOne(ws []word, i int) bool {
	if i > 0 && notCounting[ws[i-1].lower] {
		return true
	}
	if endsNumber(ws, i) {
		return false
	}
	if i+1 >= len(ws) {
		return i > 0 && !isHedge(ws[i-1].lower)
	}
	next := ws[i+1]
	switch next.lower {
	case "another", "day", "'s", "thing", "'":
		return next.lower != "day" || i > 0 && ws[i-1].lower != "for" && ws[i-1].lower != "than"
	case "of", "or", "-", "in", "out", "to", "and", "per", "more":
		return false
	case "over":
		return !(i == 0 && i+2 < len(ws) && (ws[i+2].kind == wordNumber || ws[i+2].is(isNumberWord)))
	}
	switch classOf(next) {
	case classContent, classNumber, classAdverb:
		return false
	}
	_, number := numberWords[next.lower]
	return !number
}
