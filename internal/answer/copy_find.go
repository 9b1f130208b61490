package answer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"sitrep/internal/facts"
)

// A passage is one sentence of a draft.
type passage struct {
	at           int // byte of the draft
	text         string
	toks         []tok
	facts        []facts.Fact // read from it
	corpus       *corpus
	counterparts []*counterpart // sentences of reports that it may come from, nearest first
}

// A tok is a word or number of a sentence, in bytes.
type tok struct {
	start, end int
	norm       string // lower case, plain marks
	stem       string
	tells      bool // no slight word
	number     bool
	name       bool // written with a capital
}

var draftWord = re(`[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}'’.,-]*`)

func tokensOf(text string) []tok {
	var out []tok
	for _, at := range draftWord.FindAllStringIndex(blankMarkers(text), -1) {
		raw := strings.TrimRight(text[at[0]:at[1]], ".,-'’")
		if numbering.MatchString(text[at[0]:]) {
			raw = "Number"[:len(raw)] // "No. 18" denies nothing
		}
		norm := strings.TrimSuffix(strings.ToLower(straight(raw)), "'s")
		first := []rune(raw)[0]
		out = append(out, tok{start: at[0], end: at[0] + len(raw), norm: norm, stem: stem(norm), number: unicode.IsDigit(first),
			tells: !slight[norm], name: unicode.IsUpper(first)})
	}
	return out
}

// numbering is the "No." of "No. 18".
var numbering = re(`^[Nn]os?\. ?\d`)

// slight are the words that a writer may add or leave out.
var slight = wordSet(`a an the of in on at to for by with as is are was were be been being am has have had do does did that this these
 those which who whom whose it its he she they them his her their we our and or from into there here s`)

// blankMarkers puts blanks for citation markers; the length stays.
func blankMarkers(text string) string {
	return markerGroups.ReplaceAllStringFunc(text, func(m string) string { return strings.Repeat(" ", len(m)) })
}

// numerals are the numbers of the passage, without those of citation markers.
func (p *passage) numerals() []facts.Numeral { return facts.Numerals(blankMarkers(p.text)) }

// claims says whether there is anything to check.
func (p *passage) claims() bool { return len(p.toks) > 1 || len(p.numerals()) > 0 }

// A counterpart is a sentence of a report set against a passage.
type counterpart struct {
	doc   *source
	s     int
	text  string
	toks  []tok
	items []*item // the facts that rest on it
	share float64 // of the passage's telling words that stand in it
	same  bool    // word for word
}

// counterpartsKept is how many sentences a passage is compared with, and leastShare
// how much of its telling words one must hold.
const (
	counterpartsKept = 16
	leastShare       = 0.3
)

// nearest are the sentences that hold most of the passage's telling words.
func (p *passage) nearest(c *corpus) []*counterpart {
	want := wordFields{}
	for _, t := range p.toks {
		if t.tells && !functionWords[t.norm] && !lineWords[t.norm] {
			want[c.lex.fieldOf(t.norm)] = true
		}
	}
	var out []*counterpart
	for _, d := range c.docs {
		for i, s := range d.Sentences {
			if s.S == 0 {
				continue
			}
			n := 0
			for f := range want {
				if d.words[i][f] {
					n++
				}
			}
			if share := float64(n) / float64(max(1, len(want))); share >= leastShare {
				out = append(out, &counterpart{doc: d, s: s.S, share: share})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *counterpart) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(b.doc.Published, a.doc.Published))
	})
	out = out[:min(len(out), counterpartsKept)]
	for _, o := range out {
		o.text = o.doc.text(o.s)
		o.toks, o.same = tokensOf(o.text), sameWords(p.text, o.text)
		for _, it := range c.items {
			if it.doc == o.doc && it.Quote.S == o.s {
				o.items = append(o.items, it)
			}
		}
	}
	return out
}

// sameWords says whether two sentences are the same but for spaces and the kind of
// marks.
func sameWords(a, b string) bool {
	plain := func(s string) string { return strings.Trim(strings.Join(strings.Fields(plainMarks(s)), " "), ". ") }
	return plain(a) == plain(b)
}

// plainMarks makes quotation marks and dashes plain and keeps everything else, also
// what cannot be seen.
func plainMarks(s string) string {
	return marks.Replace(s)
}

var marks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u00a0", " ")
