package extract

import "strings"

// relativeNoun is the noun phrase that the relative pronoun at word i of a sentence
// stands for: the nearest before it, without what that belongs to ("by parents who",
// not "concern among parents who"); of things that somebody is part of, for "who", the
// people before "of" ("the owner of the mill who").
func (c *cast) relativeNoun(sent, i int) run {
	s := &c.d.sentences[sent]
	ws, tags := s.words, c.d.tagsOf(s)
	end := i
	for end > 0 && (ws[end-1].lower == "," || markTag(ws[end-1].lower) == tagDash && ws[end-1].kind == wordMark) {
		end--
	}
	if end > 0 && ws[end-1].lower == ")" {
		end = openBracket(ws, end-1, 0)
	}
	r := nounLeft(ws, tags, beforeTime(ws, end))
	if r.from < 2 || tags[r.from-1] != posPreposition {
		return r
	}
	left := nounLeft(ws, tags, r.from-1)
	switch {
	case left.empty():
	case ws[i].lower == "who" && !namesPeople(ws, tags, r) && namesPeople(ws, tags, left):
		return left
	case ws[i].lower != "who" && tells(&ws[left.to-1]) && !tells(&ws[r.to-1]):
		return run{left.from, r.to}
	}
	return r
}

// beforeTime is where the words that end at end do without when: "the letter late
// Monday, which".
func beforeTime(ws []word, end int) int {
	for end > 1 && (timeWords[ws[end-1].lower] || timeJoints[ws[end-1].lower]) {
		end--
	}
	return end
}

var timeJoints = wordSet("this last next early late earlier later on")

// tells reports whether the word names what may say something by itself.
func tells(w *word) bool { return w.is(isReportNoun) || reportWords[w.lower] || writings[w.lower] }

// writings are things that are written, and say.
var writings = wordSet(`law bill ruling order decision letter rule clause passage section article treaty agreement contract motion lawsuit
	complaint petition amendment resolution plan proposal notice memo email message book paper opinion warrant policy post`)

func namesPeople(ws []word, tags []pos, r run) bool {
	last := &ws[r.to-1]
	return personal(last, tags[r.to-1]) && (tags[r.to-1] != posName || ws[r.from].lower != "the" || hasTitle(ws, r))
}

// nounLeft is the noun phrase that ends right before word end.
func nounLeft(ws []word, tags []pos, end int) run {
	if end <= 0 || !tags[end-1].isNominal() {
		return run{}
	}
	from := end - 1
	for from > 0 {
		w, tag := &ws[from-1], tags[from-1]
		switch {
		case w.is(isHelper) || approaches[w.lower] || w.kind == wordMark && !isMark(*w, "&'$-."):
			return run{from, end}
		case w.kind == wordMark:
			from--
		case tag == posDeterminer || w.lower == "its" || w.lower == "their" || w.lower == "his" || w.lower == "her":
			return run{from - 1, end}
		case tag.isNominal(), tag == posAdjective, tag == posNumber, tag == posPast && from > 1 && tags[from-2] == posDeterminer, isPossessive(*w):
			from--
		default:
			return run{from, end}
		}
	}
	return run{from, end}
}

// approaches stand before a number and are no part of what it counts.
var approaches = wordSet("least most more fewer less than about nearly almost around over")

// personal reports whether the word may name a person, or people.
func personal(w *word, tag pos) bool {
	l := w.lower
	if tag == posName {
		return !orgWords[l] && !governmentWords[l]
	}
	if titleWords[l] || officials[l] || womanly[l] || manly[l] || humans[l] {
		return true
	}
	l = strings.TrimSuffix(l, "s")
	for _, end := range personEnds {
		if len(l) > len(end)+2 && strings.HasSuffix(l, end) {
			return true
		}
	}
	return titleWords[l]
}

// personEnds are ends of words that mostly name who does something.
var personEnds = [...]string{"er", "or", "ist", "ian", "ee", "ant", "eur", "mate", "man", "men", "woman", "women", "crat", "year-old"}

var humans = wordSet(`people persons person parents parent children child kids girl girls boy boys men women friends friend neighbours neighbors
	members member troops crew families family couple guests guest students student nurses patients patient victims victim refugees migrants
	others those one ones everyone everybody anyone anybody someone somebody nobody many some few several all both youth crowd audience
	colleagues relatives citizens pilot pilots candidates heirs thieves staff police clergy chef chefs monks nuns guards guard`)
