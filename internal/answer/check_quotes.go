package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// Signs of private use that stand for turned quotation marks while a text is made
// plain: which way a mark is turned says what it closes.
const (
	openMark  = "\ue000"
	closeMark = "\ue001"
)

var turnMarks = strings.NewReplacer("“", openMark, "”", closeMark)

// plainTurned is a text with plain marks, and the way that its turned ones open, by
// the byte of each.
func plainTurned(turned string) (plain string, opens map[int]bool) {
	opens = map[int]bool{}
	var b strings.Builder
	for _, r := range turned {
		if r == '\ue000' || r == '\ue001' {
			opens[b.Len()] = r == '\ue000'
			r = '"'
		}
		b.WriteRune(r)
	}
	return b.String(), opens
}

// quotations: what stands between quotation marks is verbatim in a cited
// sentence, or the asker typed it, and cuts no figure from its hedge.
func (c *checker) quotations() {
	known := []string{straight(c.ev.Question)}
	for _, s := range c.cited {
		known = append(known, straight(s.Sentence))
		for _, f := range s.Facts {
			known = append(known, straight(f.Source.Text))
		}
	}
	for _, span := range c.quoteSpans(strings.Join(known, "\n")) {
		words := strings.TrimSuffix(c.text[span[0]:span[1]], ".")
		if !slices.ContainsFunc(known, func(k string) bool { return wordIn(k, words) || wordIn(k, strings.TrimSpace(words)) }) || c.cuts(words) {
			c.fault("quotation", words)
			continue
		}
		c.spans = append(c.spans, span)
	}
}

// quoteSpans finds what stands between quotation marks: a turned mark is closed by
// the one of its own depth. From a plain one it is the longest run that is verbatim,
// so that a sentence with quotations of its own is taken whole; else to the next
// mark, or to the end when there is none.
func (c *checker) quoteSpans(known string) [][2]int {
	var spans [][2]int
	text := c.text
	for i := strings.IndexByte(text, '"'); i >= 0 && i < len(text); {
		start, end := i+1, len(text)
		if next := strings.IndexByte(text[start:], '"'); next >= 0 {
			end = start + next
		}
		if closing := c.closing(i); closing > 0 {
			end = closing
		} else {
			for j := strings.LastIndexByte(text, '"'); j > end; j = strings.LastIndexByte(text[:j], '"') {
				if strings.Contains(known, text[start:j]) {
					end = j
					break
				}
			}
		}
		spans = append(spans, [2]int{start, end})
		if i = index(text, "\"", end+1); i < 0 {
			break
		}
	}
	return spans
}

// closing is the byte of the mark that closes a turned opening one; 0 when there is
// none.
func (c *checker) closing(at int) int {
	if !c.opens[at] {
		return 0
	}
	depth := 0
	for i := at; i < len(c.text); i++ {
		switch open, turned := c.opens[i]; {
		case !turned:
		case open:
			depth++
		default:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}

// cuts says whether a quotation begins or ends inside a cited value, so that the
// number stands without its hedge or its scale.
func (c *checker) cuts(words string) bool {
	for _, s := range c.cited {
		sentence := straight(s.Sentence)
		at := strings.Index(sentence, words)
		if at < 0 {
			continue
		}
		for _, f := range s.Facts {
			if f.Value == nil || len(facts.Numerals(f.Value.Text)) == 0 {
				continue
			}
			value := straight(f.Value.Text)
			v := strings.Index(sentence, value)
			if v < 0 || v+len(value) <= at || at+len(words) <= v { // apart
				continue
			}
			if at > v && len(facts.Numerals(sentence[at:v+len(value)])) > 0 || at+len(words) < v+len(value) && at <= v && len(facts.Numerals(sentence[v:at+len(words)])) > 0 {
				return true
			}
		}
	}
	return false
}

func (c *checker) inQuotation(start, end int) bool {
	for _, s := range c.spans {
		if start >= s[0] && end <= s[1] {
			return true
		}
	}
	return false
}

// unquoted is a form of the line with blanks for what it quotes verbatim.
func (c *checker) unquoted(text string) string {
	plain := []byte(text)
	for _, s := range c.spans {
		for i := max(0, s[0]-1); i < min(len(plain), s[1]+1); i++ {
			plain[i] = ' '
		}
	}
	return string(plain)
}
