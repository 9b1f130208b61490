package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// sourceOf is the holder of a piece and through whom it is quoted.
func sourceOf(d *document, p piece) (facts.Source, []string) {
	if p.frame == nil || p.frame.who == nil {
		return facts.Source{Name: facts.OwnVoice, Kind: facts.KindReport}, nil
	}
	h := p.frame.who
	src := facts.Source{Name: h.full(), Kind: h.kind, Text: h.text, S: h.s}
	if src.S == 0 {
		f := origin(p.frame)
		s := &d.sentences[f.sent]
		src.Text, src.S = d.mark(s.words, f.source).Text, s.S
	}
	via := h.via
	if len(via) == 0 && p.outer != nil && p.outer.who != nil && p.outer.who != h && speaks(p.outer) {
		via = []string{p.outer.who.full()}
	}
	return src, via
}

// origin is the frame that holds the words of source and cue: a floating
// quotation has them in an earlier sentence.
func origin(f *frame) *frame {
	if f.earlier != nil {
		return f.earlier
	}
	return f
}

// cueOf is the verb as written, without its helpers; a refusal with its object.
func (b *builder) cueOf(p piece) *facts.Span {
	if p.frame == nil || p.frame.who == nil {
		return nil
	}
	f := origin(p.frame)
	s := &b.d.sentences[f.sent]
	r := run{f.head, cueEnd(f)}
	if f.negated || s.words[f.head].cue == nil {
		r.from = f.verb.from
	}
	if f.gap {
		r.to = gapEnd(s.words, f)
	}
	for r.to-r.from > 1 && s.words[r.to-1].kind == wordMark { // "asked:"
		r.to--
	}
	if r.empty() || r.to > len(s.words) {
		return nil
	}
	return &facts.Span{Text: b.d.mark(s.words, r).Text, S: s.S}
}

// cueEnd is where the words end that tell how something is said.
func cueEnd(f *frame) int {
	if f.cueTo > 0 {
		return f.cueTo
	}
	return f.verb.to
}

// gapEnd is the end of what was refused: "refrained from providing specific
// details", "have not provided any predictions".
func gapEnd(ws []word, f *frame) int {
	for i := cueEnd(f); i < len(ws) && i < cueEnd(f)+8; i++ {
		if questionWords[ws[i].lower] {
			return i
		}
		if gapObjects[ws[i].lower] && !isAdverb(ws[i]) && ws[i].lower != "more" && ws[i].lower != "further" {
			return i + 1
		}
		if ws[i].kind == wordMark || links[ws[i].lower] && ws[i].lower != "to" {
			break
		}
		if tellVerbs[ws[i].lower] && i+1 < len(ws) && (ws[i+1].kind == wordMark || links[ws[i+1].lower]) {
			return i + 1
		}
	}
	return cueEnd(f)
}

// speech tells by the quotation marks whose wording the quote is.
func (b *builder) speech(p piece, start, end int) string {
	if p.frame == nil || p.frame.gap {
		return facts.SpeechNone
	}
	in, total := 0, 0
	for i := start; i < end; i++ {
		if isBlank(b.d.norm[i]) {
			continue
		}
		total++
		if inside(b.quotes, i) >= 0 {
			in++
		}
	}
	switch {
	case in == 0:
		return facts.SpeechIndirect
	case total-in <= 2:
		return facts.SpeechDirect
	}
	return facts.SpeechMixed
}

// claimOf makes one plain sentence of a quote.
func claimOf(exact string) string {
	s := singleSpaced(exact)
	s = strings.TrimRight(s, ",;:—–- ")
	for _, end := range []string{`,”`, `,"`} {
		if rest, ok := strings.CutSuffix(s, end); ok {
			s = rest + "." + end[1:]
		}
	}
	s = capital(s)
	if s == "" {
		return s
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `”"'’)`))
	if strings.ContainsRune(".?!", last) {
		return s
	}
	return s + "."
}

// singleSpaced makes every stretch of white space one blank.
func singleSpaced(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < 0x80:
		case c == ' ' && i > 0 && i+1 < len(s) && s[i+1] != ' ':
		case c < 0x80:
			return strings.Join(strings.Fields(s), " ")
		default:
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return strings.Join(strings.Fields(s), " ")
			}
		}
	}
	return s
}
