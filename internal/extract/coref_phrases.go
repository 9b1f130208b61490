package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// antecedent is what "these officials", "the ministry" or "these reports" point
// back to: a holder or a fuller noun phrase with the same head noun.
func (c *cast) antecedent(f *frame, ws []word, r run, head int) *holder {
	noun := ws[head].lower
	if pointsBack(ws[r.from].lower) && reportWords[noun] {
		if who := c.reportOrigin(f.sent, noun); who != nil {
			return who
		}
	}
	own := joinWords(ws, run{r.from + 1, r.to})
	for i := len(c.holders) - 1; i >= 0 && i >= len(c.holders)-60; i-- {
		h := c.holders[i]
		if h.kind != facts.KindNamed && endsFold(h.name, own) {
			return h
		}
	}
	if r.to-r.from > 2 {
		return nil
	}
	return c.fullerName(f.sent, r.from, noun)
}

// endsFold reports whether s ends in end, in any case.
func endsFold(s, end string) bool {
	return len(s) >= len(end) && strings.EqualFold(s[len(s)-len(end):], end)
}

func pointsBack(l string) bool {
	return l == "these" || l == "those" || l == "such" || l == "this" || l == "that"
}

// fullerName finds an earlier capitalised phrase with the same head noun: "the
// ministry" after "the Russian Defense Ministry" or "the Ministry of Health".
func (c *cast) fullerName(sent, word int, noun string) *holder {
	for n := sent; n >= 0 && n >= sent-60; n-- {
		ws := c.d.sentences[n].words
		last := len(ws)
		if n == sent {
			last = word
		}
		for i := last - 1; i >= 0; i-- {
			if ws[i].lower != noun || !isName(ws, i) {
				continue
			}
			r := run{i, i + 1}
			for r.from > 0 && isName(ws, r.from-1) {
				r.from--
			}
			if lowerAt(ws, r.to) == "of" && isName(ws, r.to+1) {
				r.to = nameEnd(ws, r.to+1)
			}
			if lowerAt(ws, r.from-1) == "the" {
				r.from--
			}
			if r.to-r.from > 1 {
				return c.asWritten(ws, r)
			}
		}
	}
	return nil
}

// reportOrigin finds where earlier "reports" came from, within three sentences:
// the words from the participle or preposition that names their origin on.
func (c *cast) reportOrigin(sent int, noun string) *holder {
	for n := sent - 1; n >= 0 && n >= sent-3; n-- {
		s := &c.d.sentences[n]
		for i := len(s.words) - 1; i >= 0; i-- {
			if s.words[i].lower != noun || lowerAt(s.words, i+1) == "that" {
				continue
			}
			r := originAfter(s.words, i+1)
			if r.empty() {
				continue
			}
			text := c.d.mark(s.words, r).Text
			return &holder{
				name: capital(noun) + " " + text, kind: facts.KindReports, plural: true,
				text: text, s: s.S, via: bodies(s.words, r),
			}
		}
	}
	return nil
}

var originVerbs = wordSet(`fueled fuelled driven based drawn attributed citing sourced compiled provided issued published
	released made originating coming stemming derived gathered supplied shared`)

// originAfter is "primarily fueled by information from X" or "from X" behind the
// noun at k-1.
func originAfter(ws []word, k int) run {
	for i := k; i < len(ws); i++ {
		l := ws[i].lower
		if i > k && isFinite(ws, i) && !originVerbs[l] {
			return run{}
		}
		if !originVerbs[l] && (l != "from" && l != "by" || i > k) {
			continue
		}
		from := i
		for from > k && isAdverb(ws[from-1]) {
			from--
		}
		to := i + 1
		for to < len(ws) && !isMark(ws[to], ".;,") {
			to++
		}
		return run{from, to}
	}
	return run{}
}

// bodies are the governments, ministries or named parties inside the words of r:
// "the Ukrainian and South Korean governments" are two.
func bodies(ws []word, r run) []string {
	start := r.from
	for i := r.from; i < r.to; i++ {
		if l := ws[i].lower; l == "from" || l == "by" || l == "on" {
			start = i + 1
		}
	}
	var out []string
	shared := ""
	if last := ws[r.to-1]; !isName(ws, r.to-1) && isPluralNoun(last) {
		shared = " " + singularNoun(last.text)
	}
	part := []string{}
	flush := func() {
		if len(part) > 0 {
			out = append(out, strings.Join(part, " ")+shared)
		}
		part = nil
	}
	for i := start; i < r.to; i++ {
		switch l := ws[i].lower; {
		case l == "and" || l == ",":
			flush()
		case l == "the" || shared != "" && i == r.to-1:
		default:
			part = append(part, ws[i].text)
		}
	}
	flush()
	return out
}

func singularNoun(s string) string {
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "xes"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss"):
		return s[:len(s)-1]
	}
	return s
}

// capital writes the first letter of s large.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if up := unicode.ToUpper(r); up != r {
		return string(up) + s[size:]
	}
	return s
}
