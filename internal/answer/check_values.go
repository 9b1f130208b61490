package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// numbers: every numeral maps to a cited value with its hedge and its holder, or
// stands in a verbatim quotation, or is the asker's own.
func (c *checker) numbers() {
	for _, n := range facts.Numerals(c.text) {
		if c.inQuotation(n.Start, n.End) || c.typed(n) || c.carried(n) {
			continue
		}
		c.fault("number", n.Text)
	}
}

// typed says whether the numeral is the asker's own and stands where our own
// words repeat it, to compare or to say that it is nowhere.
func (c *checker) typed(n facts.Numeral) bool {
	if !echoes.MatchString(c.lower[:n.Start]) && !strings.HasPrefix(c.lower[n.End:], " is not mentioned in ") {
		return false
	}
	return slices.ContainsFunc(facts.Numerals(straight(c.ev.Question)), func(q facts.Numeral) bool { return q.Value == n.Value })
}

var echoes = re(`(that is (not )?(more than|about)|no figure there is) $`)

// carried says whether the numeral stands inside a cited value's own words, with
// that value's holder and nothing but what the fact tells around it; a number of
// the sentence that is no value of its own must keep the words on both sides.
func (c *checker) carried(n facts.Numeral) bool {
	whole := false
	for _, s := range c.cited {
		for _, f := range s.Facts {
			if f.Value == nil {
				continue
			}
			words := strings.ToLower(straight(f.Value.Text))
			for at := index(c.lower, words, 0); at >= 0; at = index(c.lower, words, at+1) {
				if n.Start >= at && n.End <= at+len(words) && c.tells(f, at, at+len(words)) {
					return true
				}
			}
			whole = whole || sameNumber(f.Value, n.Value)
		}
	}
	return !whole && c.inContext(n)
}

// tells says whether the part of the line around a value, up to a semicolon on
// either side, tells what the fact tells and names its holder.
func (c *checker) tells(f facts.Fact, start, end int) bool {
	from := strings.LastIndex(c.lower[:start], ";") + 1
	to := len(c.lower)
	if i := strings.Index(c.lower[end:], ";"); i >= 0 {
		to = end + i
	}
	part, plain := c.lower[from:to], c.unquoted()
	return bounded(c.lower, start, end) && heldBy(part, f) && c.alone(f, plain[from:to]) && committed(part, f) &&
		leads(plain[from:start], f) && measures(plain[end:to], f)
}

// bounded says whether a value stands free: no sign or digit at either end makes
// it another value.
func bounded(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	inWord := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r) || strings.ContainsRune("%‰-", r)
	}
	if strings.HasSuffix(strings.TrimSpace(text[:start]), "$") || strings.HasPrefix(strings.TrimSpace(text[end:]), "%") {
		return false
	}
	return !inWord(before) && !inWord(after)
}

// alone says whether the part holds no other value of another holder: two figures
// in one clause could change places.
func (c *checker) alone(f facts.Fact, part string) bool {
	for _, s := range c.cited {
		for _, other := range s.Facts {
			if other.Value == nil || other.Source.Name == f.Source.Name {
				continue
			}
			if words := strings.ToLower(straight(other.Value.Text)); !strings.Contains(strings.ToLower(f.Quote.Exact), words) && strings.Contains(part, words) {
				return false
			}
		}
	}
	return true
}

func sameNumber(v *facts.Value, n float64) bool {
	for _, x := range []*float64{v.Amount, v.Low, v.High} {
		if x != nil && *x == n {
			return true
		}
	}
	return false
}

func index(s, sub string, from int) int {
	if sub == "" || from > len(s) {
		return -1
	}
	if i := strings.Index(s[from:], sub); i >= 0 {
		return from + i
	}
	return -1
}

// inContext says whether a numeral stands in the cited record with the same words
// around it: one on either side; before the holder only the one in front, behind the
// figure itself the two that follow.
func (c *checker) inContext(n facts.Numeral) bool {
	start, end := n.Start, n.End
	for start > 0 && c.lower[start-1] != ' ' {
		start--
	}
	for end < len(c.lower) && c.lower[end] != ' ' {
		end++
	}
	before, after := lastWord(c.lower[:start]), nextWord(c.lower[end:])
	token := strings.TrimRight(c.lower[start:end], ".,;:)")
	if strings.HasSuffix(c.lower[start:end], ":") {
		after = "" // what follows is the holder
	}
	if strings.ContainsAny(before, "0123456789") { // what stands before is the figure itself
		_, behind, _ := strings.Cut(strings.TrimSpace(c.lower[end:]), " ")
		before, after = "", after+" "+nextWord(behind)
	}
	return index(c.record, strings.TrimSpace(before+" "+token+" "+after), 0) >= 0
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

func nextWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[0], ".,;:")
}
