package extract

import (
	"sort"
	"strings"
)

// holdsAt is the date for which the words [start,end) hold, as far as they or
// the head of their sentence say: for a figure the first date behind it, else the
// last in front of it, that belongs to no other figure.
func (b *builder) holdsAt(p piece, start, end int, q *Quantity) string {
	s := &b.d.sentences[p.sent]
	front := ""
	for _, d := range b.dates[s.S] {
		inside := d.Start >= start && d.End <= end
		head := opensSentence(s.words, d) && d.End <= start && (holdsLead(s.words, d) || p.frame == nil && s.words[0].class == classPreposition)
		if !inside && !head || b.isCompared(s, d) {
			continue
		}
		if q == nil {
			return d.EDTF
		}
		if d.Start < q.End {
			if b.datesLater(s, d, q) {
				front = d.EDTF
			}
			continue
		}
		if b.datesEarlier(s, d, q) {
			return d.EDTF
		}
		break
	}
	return front
}

// datesEarlier reports whether the date is that of the figure q in front of it and
// not of one that stands between, nor of one that follows: "300 boats, and in June
// 40 boats".
func (b *builder) datesEarlier(s *sentence, d Date, q *Quantity) bool {
	ws := s.words
	between := b.figuresIn(s.S, q.End, d.Start)
	if len(between) == 0 {
		lead := wordAt(ws, d.Start) - 1
		if lead >= 0 && ws[lead].class == classPreposition {
			lead--
		}
		return lead < 0 || ws[lead].start < q.End || ws[lead].class != classConjunction || !b.followsFigure(s, d)
	}
	if isBase(ws, q.Start) {
		return false
	}
	for _, other := range between {
		if isBase(ws, other.Start) {
			return false
		}
	}
	last := between[len(between)-1]
	return !isContrasted(ws, q.End, last.Start) && (hasNoun(ws, last) || isObject(ws, last.Start) || !isBeside(ws, last.End, d))
}

// datesLater reports whether the date is that of the figure q behind it: it is not
// what another is compared with, and nothing tells that the time is another.
func (b *builder) datesLater(s *sentence, d Date, q *Quantity) bool {
	ws := s.words
	if isBase(ws, q.Start) || isAside(ws, d, q.Start) {
		return false
	}
	before := b.figuresIn(s.S, s.Start, d.Start)
	if len(before) == 0 {
		return true
	}
	return !isBase(ws, before[len(before)-1].Start) && !isContrasted(ws, d.End, q.Start) && !hasOwnTime(ws, q.End)
}

// isAside reports whether the date stands in an insertion about something else that
// closes in front of at: "the bridge, which opened in 1990, carries 9,000 cars".
func isAside(ws []word, d Date, at int) bool {
	closed := false
	for i := wordAt(ws, d.End); i < len(ws) && ws[i].start < at; i++ {
		closed = closed || isMark(ws[i], ",)–—")
	}
	for i := wordAt(ws, d.Start) - 1; closed && i > 0; i-- {
		if w := &ws[i]; w.lower == "(" {
			return true
		} else if w.kind == wordMark {
			return relatives[ws[i+1].lower] || ws[i+1].is(isPastForm)
		}
	}
	return false
}

// figuresIn are the figures of the sentence inside [from,to).
func (b *builder) figuresIn(s, from, to int) []Quantity {
	all := b.bySentence[s]
	first := sort.Search(len(all), func(i int) bool { return all[i].Start >= from })
	last := first
	for last < len(all) && all[last].End <= to {
		last++
	}
	return all[first:last]
}

// followsFigure reports whether the next words behind the date are a figure.
func (b *builder) followsFigure(s *sentence, d Date) bool {
	i := wordAt(s.words, d.End)
	for i < len(s.words) && (s.words[i].lower == "," || openers[s.words[i].lower]) {
		i++
	}
	return i < len(s.words) && len(b.figuresIn(s.S, d.End, s.End)) > 0 && b.figuresIn(s.S, d.End, s.End)[0].Start <= s.words[i].start
}

// maxBaseGap is how many words of a noun phrase may stand between a comparison and
// the figure compared with: "than the record high of 40".
const maxBaseGap = 4

// isBase reports whether what begins at at is what something is compared with:
// "up from 40", "compared with the 40", "twice the 40".
func isBase(ws []word, at int) bool {
	i := wordAt(ws, at)
	for k := i - 1; k >= max(i-1-maxBaseGap, 0); k-- {
		switch w := &ws[k]; {
		case baseLeads[w.lower]:
			return true
		case w.lower == "from":
			return isDeparture(ws, k)
		case multiples[w.lower]:
			return k < i-1
		case w.kind != wordPlain || w.class == classConjunction || w.class == classVerb || w.class == classAux || w.is(isPastForm):
			return false
		case w.class == classPreposition && w.lower != "of" && w.lower != "with" && w.lower != "to":
			return false
		}
	}
	return false
}

var (
	// baseLeads stand in front of what something is compared with.
	baseLeads = wordSet("than compared versus vs against exceeding surpassing beating topping unlike relative")
	// multiples in front of an article tell how many times as much it is.
	multiples = wordSet("double twice half triple thrice treble quadruple times")
)

// isDeparture reports whether the "from" at k tells where a change began: "down
// from", "grew to 40 in May from".
func isDeparture(ws []word, k int) bool {
	for i := k - 1; i >= 0 && i >= k-verbsLeft; i-- {
		if _, ok := changeWords[ws[i].lower]; ok || motionVerbs[ws[i].lower] && ws[i].class != classAux {
			return true
		}
		if isMark(ws[i], ",;:—–()") || ws[i].class == classConjunction {
			return false
		}
	}
	return false
}

// isContrasted reports whether the words in [from,to) set what follows apart from
// what was said: another verb of the present, "but", "while".
func isContrasted(ws []word, from, to int) bool {
	for i := wordAt(ws, from); i < len(ws) && ws[i].start < to; i++ {
		w := &ws[i]
		if w.class == classConjunction && w.lower != "and" && w.lower != "or" || w.is(isModal) || w.lower == ";" {
			return true
		}
		switch w.lower {
		case "after", "before", "following", "has", "have", "is", "are", "now", "then", "today", "currently", "expects", "expected", "forecast":
			return true
		}
	}
	return false
}

// maxOwnTime is how far behind a figure its own word of time may stand.
const maxOwnTime = 5

// hasOwnTime reports whether words behind the figure tell that its time is
// another than the one named before: "now", "the year after".
func hasOwnTime(ws []word, end int) bool {
	i := wordAt(ws, end)
	for k := i; k < len(ws) && k < i+maxOwnTime && ws[k].kind != wordMark; k++ {
		switch ws[k].lower {
		case "now", "today", "currently", "later", "earlier", "before", "after", "afterwards", "previously", "then", "next":
			return true
		}
	}
	return false
}

// hasNoun reports whether the words behind the figure, or its unit, say what it counts.
func hasNoun(ws []word, q Quantity) bool {
	i := wordAt(ws, q.End)
	return i > 0 && ws[i-1].kind == wordPlain && !ws[i-1].is(isNumberWord) || i < len(ws) && ws[i].class == classContent && !ws[i].is(isDateWord)
}

// isObject reports whether a verb stands right in front of at: "and wounded 12".
func isObject(ws []word, at int) bool {
	i := wordAt(ws, at) - 1
	return i >= 0 && (ws[i].class == classVerb || ws[i].is(isPastForm))
}

// isBeside reports whether only a preposition stands between end and the date.
func isBeside(ws []word, end int, d Date) bool {
	i, k := wordAt(ws, end), wordAt(ws, d.Start)
	return k == i || k == i+1 && ws[i].class == classPreposition
}

// comparedNear is how far in front of a date a word of comparison may stand.
const comparedNear = 5

// isCompared reports whether the date is what a figure is compared with: "down
// 12% from the same month in 2021", "more than a year ago", "the most since 2019".
func (b *builder) isCompared(s *sentence, d Date) bool {
	ws := s.words
	i := wordAt(ws, d.Start)
	for k := i - 1; k >= max(i-comparedNear, 0) && ws[k].kind != wordNumber; k-- {
		switch l := ws[k].lower; {
		case l == "than", l == "compared", l == "versus", l == "vs", l == "same", l == "against" && k >= i-2:
			return len(b.figuresIn(s.S, ws[k].end, d.Start)) == 0
		}
	}
	switch lead := lowerAt(ws, i-1); lead {
	case "from":
		return !strings.Contains(d.Text, " to ") && !strings.Contains(d.Text, " through ") && !strings.Contains(d.Text, " until ")
	case "on":
		return len(d.EDTF) < len("2006-01-02")
	}
	return strings.HasPrefix(strings.ToLower(d.Text), "since ") && isSuperlative(ws, i) || lowerAt(ws, i-1) == "since" && isSuperlative(ws, i-1)
}

// isSuperlative reports whether a highest or first of its kind stands in front of i.
func isSuperlative(ws []word, i int) bool {
	for k := i - 1; k >= max(i-comparedNear, 0); k-- {
		switch l := ws[k].lower; {
		case l == "most", l == "least", l == "best", l == "worst", l == "first", len(l) > 5 && strings.HasSuffix(l, "est") && ws[k].class == classContent:
			return true
		case ws[k].kind != wordPlain:
			return false
		}
	}
	return false
}
