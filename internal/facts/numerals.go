package facts

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Numeral is one number that a text states, in digits of any script or in
// English words. Start and End are BYTES of the Go string, unlike the code points
// of reports, because callers cut and compare the text they have in hand. The span
// holds the scale ("1.5 billion", "12k", "two dozen") and not the sign of percent.
type Numeral struct {
	Start, End int
	Value      float64 // as normalised: "12k" 12000, "half" 0.5; never infinite
	Text       string  // the span as written
	Words      bool    // spelled out, at least in part
	Percent    bool    // a percent sign or word follows, directly or over a range
	Ordinal    bool    // digits with st, nd, rd or th
	Vague      bool    // "thousands", "several hundred", "1990s": an order of size
	Glued      bool    // part of a name or a word: F-16, G7, km²
}

// Numerals returns every number of text from left to right, without overlap.
// Roman numerals and ordinal words ("first") are names and never numerals. A range
// gives its two ends; a date or a time gives its parts. It returns nil where the
// text states no number.
func Numerals(text string) []Numeral {
	p := numeralParser{text: text, tokens: tokenize(text)}
	var found []Numeral
	for i := 0; i < len(p.tokens); {
		n, next := p.at(i)
		if next == i {
			i++
			continue
		}
		if n.End > n.Start {
			found = append(found, p.finish(n, i, next))
		}
		i = next
	}
	spreadPercent(text, found)
	return found
}

// A numeralParser reads the tokens of one text.
type numeralParser struct {
	text   string
	tokens []token
}

// word returns the word of token i if it follows its predecessor directly, over
// spaces or over a hyphen; otherwise "".
func (p *numeralParser) word(i int) string {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].gap == gapOther {
		return ""
	}
	return p.tokens[i].word
}

// before returns the word in front of token i on the same run of text, or "".
func (p *numeralParser) before(i int) string {
	if i == 0 || p.tokens[i].gap == gapOther {
		return ""
	}
	return p.tokens[i-1].word
}

// at reads the numeral that begins at token i. next is i when none begins there;
// an empty span with next beyond i is text to step over.
func (p *numeralParser) at(i int) (n Numeral, next int) {
	t := p.tokens[i]
	if t.word == "" {
		return p.scaled(i, t.value, i+1)
	}
	if !opensNumeral(t.word) {
		return Numeral{}, i
	}
	if n, next = p.vague(i); next > i {
		return n, next
	}
	if n, next = p.half(i); next > i {
		return n, next
	}
	if n, next = p.fraction(i); next > i {
		return n, next
	}
	if n, next = p.article(i); next > i {
		return n, next
	}
	return p.cardinal(i)
}

// opensNumeral says whether a numeral in words may begin with w: most words
// cannot, and are passed over here.
func opensNumeral(w string) bool {
	_, number := numberWords[w]
	return number || w == "a" || w == "an" || w == "half" || scaleOf[w] > 0 || plurals[w] > 0 || quantifiers[w] > 0
}

func (p *numeralParser) span(i, next int, value float64) Numeral {
	return Numeral{Start: p.tokens[i].start, End: p.tokens[next-1].end, Value: math.Min(value, math.MaxFloat64)}
}

// scaled reads what may follow a number: short scales, "and a half", scale words.
func (p *numeralParser) scaled(i int, value float64, next int) (Numeral, int) {
	if next < len(p.tokens) {
		if s, ok := shortScale(p.text, p.tokens[next]); ok {
			return p.span(i, next+1, value*s), next + 1
		}
	}
	if p.word(next) == "and" && p.word(next+1) == "a" && p.word(next+2) == "half" {
		value, next = value+0.5, next+3
	}
	for scaleOf[p.word(next)] > 0 {
		value, next = value*scaleOf[p.word(next)], next+1
	}
	return p.span(i, next, value), next
}

// shortScale knows the abbreviations of a scale. Single letters but k must touch the
// number, and the trillion must be a capital: a small t is a tonne.
func shortScale(text string, t token) (float64, bool) {
	if t.gap != gapNone && t.gap != gapSpace || t.end < len(text) && (text[t.end] >= '0' && text[t.end] <= '9' || text[t.end] == '/') {
		return 0, false
	}
	s, ok := shortScales[t.word]
	single := len(t.word) == 1
	if !ok || single && t.word != "k" && t.gap != gapNone || t.word == "t" && text[t.start] != 'T' {
		return 0, false
	}
	return s, true
}

// cardinal reads number words: forty-two, one hundred and five thousand.
func (p *numeralParser) cardinal(i int) (Numeral, int) {
	if p.idiom(i) {
		return Numeral{}, i
	}
	total, current, next, ok := p.words(i)
	if !ok {
		return Numeral{}, i
	}
	if p.ordinalTail(next) {
		return Numeral{}, next + 1
	}
	return p.scaled(i, total+current, next)
}

// words adds number words up from token i. The parts must fall in size, so that
// "one two" and "nineteen ninety" stay apart.
func (p *numeralParser) words(i int) (total, current float64, next int, ok bool) {
	room, ceiling := 1000.0, math.Inf(1)
	for next = i; ; {
		w := p.word(next)
		if next == i {
			w = p.tokens[i].word
		}
		if w == "and" && next > i && p.joinsAfterAnd(next, room) {
			next++
			w = p.word(next)
		}
		small, isSmall := numberWords[w]
		scale := scaleOf[w]
		switch {
		case isSmall && small < room && (small < 10 || room != 10):
			current += small
			room = 0
			if small >= 20 {
				room = 10
			}
		case w == "hundred" && current > 0 && current < 100 && current == math.Trunc(current):
			current, room = current*100, 100
		case scale >= 1000 && scale < ceiling && current > 0:
			total, current = total+current*scale, 0
			room, ceiling = 1000, scale
		case next == i && scale > 0:
			current, room = scale, 0 // a bare scale: "per million"
		default:
			return total, current, next, next > i
		}
		next++
	}
}

// joinsAfterAnd says whether "and" at token i continues a hundred or thousand.
func (p *numeralParser) joinsAfterAnd(i int, room float64) bool {
	small, ok := numberWords[p.word(i+1)]
	_, after := scaleOf[p.word(i-1)]
	return after && ok && small > 0 && small < min(room, 100) && p.tokens[i].gap == gapSpace
}

// ordinalTail says that token next turns the words before it into an ordinal.
func (p *numeralParser) ordinalTail(next int) bool {
	if !isOrdinal(p.word(next)) {
		return false
	}
	return p.tokens[next].gap == gapHyphen || scaleOf[p.word(next-1)] > 0
}

// idiom says that the number word at token i counts nothing: "no one".
func (p *numeralParser) idiom(i int) bool {
	t := p.tokens[i]
	if t.word != "one" {
		return false
	}
	switch p.before(i) {
	case "no", "the", "this", "that", "which", "each", "every", "any", "some":
		_, follows := numberWords[p.word(i+1)]
		return !follows && scaleOf[p.word(i+1)] == 0 && !isPart(p.word(i+1))
	}
	rest := p.text[t.end:]
	return p.word(i+1) == "another" || strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s")
}

// article reads "a hundred", "a dozen", "a million and a half".
func (p *numeralParser) article(i int) (Numeral, int) {
	w := p.tokens[i].word
	scale := scaleOf[p.word(i+1)]
	if w != "a" && w != "an" || scale == 0 {
		return Numeral{}, i
	}
	if p.word(i+2) == "and" && p.word(i+3) == "a" && p.word(i+4) == "half" {
		return p.span(i, i+5, scale*1.5), i + 5
	}
	value, next := scale, i+2
	if scale >= 100 && p.word(next) == "and" && numberWords[p.word(next+1)] > 0 {
		_, rest, end, _ := p.words(next + 1)
		value, next = value+rest, end
	}
	return p.scaled(i, value, next)
}

// half reads "half", "half a million", "half of".
func (p *numeralParser) half(i int) (Numeral, int) {
	start := i
	if w := p.tokens[i].word; w == "a" || w == "one" {
		i++
	}
	if i >= len(p.tokens) || p.tokens[i].word != "half" || i > start && p.word(i) == "" {
		return Numeral{}, start
	}
	next := i + 1
	if scaleOf[p.word(next)] > 0 {
		return p.scaled(start, 0.5, next)
	}
	if p.word(next) == "a" && scaleOf[p.word(next+1)] > 0 {
		return p.span(start, next+2, 0.5*scaleOf[p.word(next+1)]), next + 2
	}
	if isOrdinal(p.before(start)) || halves[p.before(start)] || p.word(next) != "" && p.tokens[next].gap == gapHyphen {
		return Numeral{}, start
	}
	return p.span(start, next, 0.5), next
}

// fraction reads "two thirds", "a quarter", "three-fifths".
func (p *numeralParser) fraction(i int) (Numeral, int) {
	w := p.tokens[i].word
	count, ok := numberWords[w]
	if w == "a" {
		count, ok = 1, true
	}
	part := parts[strings.TrimSuffix(p.word(i+1), "s")]
	if !ok || count == 0 || count > 19 || part == 0 || p.word(i+1) == "" {
		return Numeral{}, i
	}
	plural := strings.HasSuffix(p.word(i+1), "s")
	if plural != (count > 1) || w == "a" && p.word(i+1) != "quarter" && !p.standsAlone(i) {
		return Numeral{}, i
	}
	return p.span(i, i+2, count/part), i + 2
}

// standsAlone tells "a third of them" from "a third man".
func (p *numeralParser) standsAlone(i int) bool {
	return p.word(i+2) == "" || afterPart[p.word(i+2)] || beforePart[p.before(i)]
}

// vague reads "thousands", "tens of thousands", "several hundred", "scores of".
func (p *numeralParser) vague(i int) (Numeral, int) {
	w := p.tokens[i].word
	value, next := plurals[w], i+1
	if value > 0 {
		if w == "scores" && p.word(next) != "of" {
			return Numeral{}, i
		}
		for p.word(next) == "of" && plurals[p.word(next+1)] > 0 {
			value, next = value*plurals[p.word(next+1)], next+2
		}
	} else if value = quantifiers[w]; value > 0 {
		if p.word(next) == "of" {
			next++
		}
		if scaleOf[p.word(next)] == 0 {
			return Numeral{}, i
		}
		for scaleOf[p.word(next)] > 0 {
			value, next = value*scaleOf[p.word(next)], next+1
		}
	} else {
		return Numeral{}, i
	}
	n := p.span(i, next, value)
	n.Vague = true
	return n, next
}

// finish sets the text and the flags of a numeral made of tokens i to next.
func (p *numeralParser) finish(n Numeral, i, next int) Numeral {
	t := p.tokens[i]
	if t.word == "" && negative(p.text, t.start) {
		n.Value = -n.Value
		_, size := utf8.DecodeLastRuneInString(p.text[:t.start])
		n.Start -= size
	}
	n.Text = p.text[n.Start:n.End]
	for _, t := range p.tokens[i:next] {
		n.Words = n.Words || t.word != "" && shortScales[t.word] == 0
	}
	n.Percent = percentAt(p.text, n.End)
	if t.word != "" {
		return n
	}
	n.Glued = p.glued(i)
	if next < len(p.tokens) && p.tokens[next].gap == gapNone {
		switch p.tokens[next].word {
		case "st", "nd", "rd", "th":
			n.Ordinal = true
		case "s":
			n.Vague = true
		case "g", "d":
			n.Glued = n.Glued || p.text[p.tokens[next].start] < 'a' // 5G and not 5g
		}
	}
	return n
}

// glued says that the number at token i is part of a name, as in F-16.
func (p *numeralParser) glued(i int) bool {
	if i == 0 || p.tokens[i-1].word == "" {
		return false
	}
	switch p.tokens[i].gap {
	case gapNone:
		return !currencies[p.tokens[i-1].word]
	case gapHyphen:
		r, _ := utf8.DecodeRuneInString(p.text[p.tokens[i-1].start:])
		return unicode.IsUpper(r)
	}
	return false
}

// negative says that a minus sign touches the number at byte i and nothing that
// would make it a hyphen or a range stands before it.
func negative(text string, i int) bool {
	r, size := utf8.DecodeLastRuneInString(text[:i])
	if r != '-' && r != '−' {
		return false
	}
	before, n := utf8.DecodeLastRuneInString(text[:i-size])
	return n == 0 || unicode.IsSpace(before) || before == '('
}

func percentAt(text string, i int) bool {
	rest := strings.TrimLeftFunc(text[i:], func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	r, _ := utf8.DecodeRuneInString(rest)
	if r == '%' || r == '％' || r == '٪' || r == '﹪' {
		return true
	}
	word := ""
	if rest != "" && letterAt(rest, 0) {
		word = foldWord(rest[:wordEnd(rest, 0)])
	}
	switch word {
	case "percent", "percentage", "pct":
		return true
	case "per":
		next := strings.TrimLeft(rest[len("per"):], " \u00a0")
		return len(next) >= 4 && strings.EqualFold(next[:4], "cent") && (len(next) == 4 || !letterAt(next, 4))
	}
	return false
}

// spreadPercent marks the first end of a range whose second end is a percentage.
func spreadPercent(text string, found []Numeral) {
	for i := len(found) - 1; i > 0; i-- {
		if !found[i].Percent {
			continue
		}
		switch strings.TrimSpace(text[found[i-1].End:found[i].Start]) {
		case "-", "–", "—", "to", "and", "or":
			found[i-1].Percent = true
		}
	}
}
