package answer

import (
	"strings"
)

// quotations: what stands between quotation marks is verbatim in a cited
// sentence, or the asker typed it.
func (c *checker) quotations() {
	known := straight(c.ev.Question)
	for _, s := range c.cited {
		known += "\n" + straight(s.Sentence)
		for _, f := range s.Facts {
			known += "\n" + straight(f.Source.Text)
		}
	}
	for _, span := range quoteSpans(c.text, known) {
		words := c.text[span[0]:span[1]]
		if !strings.Contains(known, strings.TrimSuffix(words, ".")) {
			c.fault("quotation", words)
			continue
		}
		c.spans = append(c.spans, span)
	}
}

// quoteSpans finds what stands between quotation marks: from each opening mark
// the longest run that is verbatim, so that a sentence with quotations of its own
// is taken whole; else to the next mark, or to the end when there is none.
func quoteSpans(text, known string) [][2]int {
	var spans [][2]int
	for i := strings.IndexByte(text, '"'); i >= 0 && i < len(text); {
		start, end := i+1, len(text)
		if next := strings.IndexByte(text[start:], '"'); next >= 0 {
			end = start + next
		}
		for j := strings.LastIndexByte(text, '"'); j > end; j = strings.LastIndexByte(text[:j], '"') {
			if strings.Contains(known, text[start:j]) {
				end = j
				break
			}
		}
		spans = append(spans, [2]int{start, end})
		if i = index(text, "\"", end+1); i < 0 {
			break
		}
	}
	return spans
}

func (c *checker) inQuotation(start, end int) bool {
	for _, s := range c.spans {
		if start >= s[0] && end <= s[1] {
			return true
		}
	}
	return false
}

// unquoted is the line with blanks for what it quotes verbatim.
func (c *checker) unquoted() string {
	plain := []byte(c.lower)
	for _, s := range c.spans {
		for i := max(0, s[0]-1); i < min(len(plain), s[1]+1); i++ {
			plain[i] = ' '
		}
	}
	return string(plain)
}
