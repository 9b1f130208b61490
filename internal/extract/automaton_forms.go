package extract

// leadArticle begins a number at "a" or "an"; "a day old" and "an hour and a half"
// are one already.
func (a *automaton) leadArticle(t *token) {
	u := unitForms[a.word(a.at+1)]
	if u.name == "" || !timeUnits[u.name] {
		a.lead(t)
		return
	}
	a.state = stIdle
	at := a.at
	behind := at + 2
	if a.word(behind) == "-" {
		behind++
	}
	f := finding{start: t.start, end: t.end, first: at, last: at + 1, low: 1, high: 1}
	switch {
	case a.word(behind) == "old":
	case a.word(at+2) == "and" && a.word(at+3) == "a" && at+4 < len(a.tokens) && a.tokens[at+4].event == evPart:
		f.low, f.last, f.unit = 1+a.tokens[at+4].value, at+5, u.name
		f.high, f.end = f.low, a.tokens[at+4].end
		a.at = at + 4
	default:
		a.lead(t)
		a.state = stArticle
		return
	}
	a.findings = append(a.findings, f)
	a.reset()
}

// isPartBehind reports whether "-a-half" or "-three-quarters" stands at i.
func (a *automaton) isPartBehind(i int) bool {
	for n := 0; n < 4 && i < len(a.tokens) && a.tokens[i].glued; n, i = n+1, i+1 {
		switch a.tokens[i].event {
		case evPart:
			return true
		case evHyphen, evArticle, evSmall:
		default:
			return false
		}
	}
	return false
}

// point goes over to decimals in words, when a digit word follows.
func (a *automaton) point(t *token) {
	if a.at+1 < len(a.tokens) && a.tokens[a.at+1].event == evSmall {
		a.step, a.tens = 1, false
		return
	}
	a.closeAt(a.at)
	a.state = stIdle
}

// takeDecimal adds one digit word, or two digits at once, behind the point.
func (a *automaton) takeDecimal(t *token) {
	a.seen = evSmall
	switch {
	case t.value < 10 && a.tens:
		a.tens = false
	case t.value < 10:
		a.step /= 10
	default:
		a.step /= 100
		a.tens = t.value >= 20
	}
	a.group += t.value * a.step
}

// takeTens adds "and 21" behind a hundred that was told in digits: "3 hundred and 21".
func (a *automaton) takeTens(t *token) {
	if a.seen != evHundred || t.value >= 100 {
		a.closeAt(a.at)
		a.state = a.table[stIdle][t.event].next
		a.open(t)
		return
	}
	a.group += t.value
	a.seen = evSmall
}

// takeLower adds "200 thousand" behind "3 million", or begins another number.
func (a *automaton) takeLower(t *token) {
	if next := a.at + 1; a.seen == evScale && !t.glued && t.value < 1000 && next < len(a.tokens) && a.tokens[next].event == evScale &&
		a.lastUnit >= 1e5 && a.tokens[next].value >= 1000 && a.tokens[next].value < a.lastUnit {
		a.group, a.seen = t.value, evDigits
		return
	}
	a.closeAt(a.at)
	a.state = stDigits
	a.open(t)
}

// leadPercent begins a number at a "%" that stands in front of it: "%10".
func (a *automaton) leadPercent(t *token) {
	next := a.at + 1
	if t.text != "%" || t.glued || next >= len(a.tokens) || a.tokens[next].event != evDigits || a.at > 0 && !isLetter([]rune(a.word(a.at - 1))[0]) {
		a.state = stIdle
		return
	}
	a.lead(t)
	a.unit = "percent"
}

// joinParts makes one finding of "two years and a half" with its unit.
func (a *automaton) joinParts() {
	out := a.findings[:0]
	for i := 0; i < len(a.findings); i++ {
		f := a.findings[i]
		if i+1 < len(a.findings) && f.unit == "" && !f.vague {
			if g, ok := a.withPart(f, a.findings[i+1]); ok {
				f = g
				i++
			}
		}
		out = append(out, f)
	}
	a.findings = out
}

// withPart adds the part g to f where only a unit of time, "and" and "a" part them.
func (a *automaton) withPart(f, g finding) (finding, bool) {
	end := g.last
	part := &a.tokens[end-1]
	if part.event != evPart || g.low != part.value || g.unit != "" || a.word(end) == "of" {
		return f, false
	}
	k := end - 2
	if a.word(k) == "a" {
		k--
	} else if part.text != "half" {
		return f, false
	}
	if a.word(k) != "and" || k <= f.last {
		return f, false
	}
	u := unitForms[a.phrase(f.last, k-f.last)]
	if !timeUnits[u.name] {
		return f, false
	}
	f.low += g.low
	f.high, f.unit, f.last, f.end = f.low, u.name, end, part.end
	return f, true
}

// joinCoins makes one sum of "13 dollars and 45 cents" and "15 dollars 50".
func (a *automaton) joinCoins() {
	out := a.findings[:0]
	for i := 0; i < len(a.findings); i++ {
		f := a.findings[i]
		if w := a.word(f.last); i+1 < len(a.findings) && f.unit == "" && a.findings[i+1].unit == "penny" && (w == "pounds" || w == "pound") {
			f.unit, f.last = "gbp", f.last+1
		}
		if i+1 < len(a.findings) && a.isCoin(f, a.findings[i+1]) {
			g := a.findings[i+1]
			f.low += g.low / 100
			f.high, f.end, f.last = f.low, g.end, g.last
			i++
		}
		out = append(out, f)
	}
	a.findings = out
}

// isCoin reports whether g is the small money of the sum f.
func (a *automaton) isCoin(f, g finding) bool {
	if !currencyUnits[f.unit] || hundredths[f.unit] || f.scaled || f.low < 0 || f.low != float64(int(f.low)) || g.low != float64(int(g.low)) ||
		g.low < 1 || g.low > 99 || g.low != g.high {
		return false
	}
	between := a.phrase(f.last, g.first-f.last)
	if hundredths[g.unit] {
		return between == "" || between == "and"
	}
	behind := a.word(g.last)
	return between == "" && g.unit == "" && g.low >= 10 && (behind == "" || behind == "." || behind == "more")
}
