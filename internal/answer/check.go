package answer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// Evidence is all that Check may look at beside the text: the asker's question,
// what each marker points to, and the titles and days that may be shown as such.
type Evidence struct {
	Question string
	Cited    []Cited
	Titles   []string // titles of loaded reports, shown verbatim
	Days     []string // EDTF days of loaded reports, shown as dates
}

// A Cited is one cited sentence with the facts that rest on it.
type Cited struct {
	N        int
	Sentence string
	Facts    []facts.Fact
}

// A Fault is one reason why a line may not be shown. Rule names follow R1–R10 of
// the verifier that this gate implements: number, hedge, holder, word, quotation,
// citation.
type Fault struct {
	Rule string
	What string
}

func (f Fault) String() string { return f.Rule + ": " + f.What }

// Check is the gate. It returns why a line of text may not be shown, or nothing:
// every number must stand in a cited fact with its hedge word for word and beside
// its holder (or be the asker's own), every quotation must be verbatim, every
// telling word must be in the cited record, and every marker must point to a
// sentence. It sees the finished text only, never the draft that it came from.
func Check(text string, ev Evidence) []Fault {
	c := newChecker(text, ev)
	c.citations()
	c.quotations()
	c.numbers()
	c.words()
	c.flags()
	return c.faults
}

type checker struct {
	ev     Evidence
	text   string // straight, without markers and known dates
	lower  string
	cited  []Cited // those that the line's markers point to
	record string  // all words that the cited facts carry, lower case
	faults []Fault
	spans  [][2]int // verbatim quotations inside text
	flag   string   // the flag that opens the line; empty: none
}

var markerGroups = re(`\[\d+\]`)

func newChecker(text string, ev Evidence) *checker {
	c := &checker{ev: ev}
	plain := straight(text)
	for _, m := range markerGroups.FindAllString(plain, -1) {
		c.mark(m)
	}
	plain = markerGroups.ReplaceAllString(plain, "")
	for _, day := range ev.Days {
		plain = strings.ReplaceAll(plain, facts.FormatDay(day), "")
	}
	for _, t := range ev.Titles {
		plain = strings.ReplaceAll(plain, "\""+straight(t)+"\"", "")
	}
	plain = c.withoutFlag(plain)
	c.text, c.lower = plain, strings.ToLower(plain)
	var b strings.Builder
	for _, s := range c.cited {
		b.WriteString(s.Sentence + " ")
		for _, f := range s.Facts {
			fmt.Fprintf(&b, "%s %s %s %s %s %s ", f.Quote.Exact, f.Claim, f.Source.Name, f.Source.Text, f.Place, strings.Join(f.Via, " "))
			if f.Cue != nil {
				b.WriteString(f.Cue.Text + " ")
			}
		}
	}
	c.record = strings.ToLower(straight(b.String()))
	return c
}

func (c *checker) mark(marker string) {
	for _, s := range c.ev.Cited {
		if fmt.Sprintf("[%d]", s.N) == marker {
			c.cited = append(c.cited, s)
			return
		}
	}
	c.fault("citation", marker+" points to nothing")
}

func (c *checker) fault(rule, what string) { c.faults = append(c.faults, Fault{rule, what}) }

// citations: what a marker points to is a sentence.
func (c *checker) citations() {
	for _, s := range c.cited {
		if s.Sentence == "" {
			c.fault("citation", fmt.Sprintf("[%d] has no sentence", s.N))
		}
	}
}

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

func (c *checker) inQuotation(start, end int) bool {
	for _, s := range c.spans {
		if start >= s[0] && end <= s[1] {
			return true
		}
	}
	return false
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

// committed says whether a figure that its holder denies, or does not commit to,
// comes with the verb that says so.
func committed(part string, f facts.Fact) bool {
	if firmness[f.Factuality] > 0 || f.Value.Bound == facts.BoundNone {
		return true
	}
	return f.Cue != nil && f.Cue.Text != "" && strings.Contains(part, strings.ToLower(straight(f.Cue.Text))) || strings.Contains(part, strings.ToLower(straight(f.Quote.Exact)))
}

// leads says whether the words before a value are the holder's, the verb's or the
// quote's own: nothing that hedges or denies beyond them.
func leads(before string, f facts.Fact) bool {
	record := f.Source.Name + " " + f.Source.Text + " " + strings.Join(f.Via, " ") + " " + f.Quote.Exact + " " + f.Claim
	if f.Cue != nil {
		record += " " + f.Cue.Text
	}
	return ownWords(before, record)
}

// measures says whether the clause after a value tells what the fact tells, and
// what follows a colon names the holder and nobody else.
func measures(after string, f facts.Fact) bool {
	if end := clauseEnd.FindStringIndex(after); end != nil {
		if rest := after[end[1]:]; after[end[0]] == ':' && !leads(rest, facts.Fact{Source: f.Source, Via: f.Via, Cue: f.Cue}) {
			return false
		}
		after = after[:end[0]]
	}
	return ownWords(after, f.Quote.Exact+" "+f.Claim+" "+strings.ReplaceAll(f.Measure, "_", " "))
}

var clauseEnd = re(`[:;,](\s|$)`)

// ownWords says whether every telling word of a text is in the record; words that
// hedge, deny or weaken are telling too.
func ownWords(text, record string) bool {
	own := map[string]bool{}
	for _, w := range split(record) {
		own[stem(w)], own[w] = true, true
	}
	for _, w := range split(text) {
		if own[w] || !turning[w] && (own[stem(w)] || functionWords[w] || lineWords[w]) {
			continue
		}
		return false
	}
	return true
}

// turning are small words that change what a number says.
var turning = wordSet(`no not never none without nobody nothing neither nor only just over under more less fewer most least almost
 up down about some than against except may might could should would can`)

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

// heldBy says whether a part of a line names the fact's holder.
func heldBy(part string, f facts.Fact) bool {
	switch {
	case f.Source.Kind == facts.KindReport || f.Source.Name == "":
		return strings.Contains(part, "report itself")
	case surname(f.Source) != "":
		return strings.Contains(part, strings.ToLower(surname(f.Source)))
	}
	return strings.Contains(part, strings.ToLower(straight(person(f.Source.Name))))
}

// words: every telling word is in the cited record, in the question, or one of
// the words that our own templates use. A line with a number is held to a
// shorter list, so that no measure, place or verb can be swapped in.
func (c *checker) words() {
	figures := slices.ContainsFunc(facts.Numerals(c.text), func(n facts.Numeral) bool { return !c.inQuotation(n.Start, n.End) && !c.typed(n) })
	known := map[string]bool{}
	for _, w := range split(c.record) {
		known[stem(w)] = true
	}
	for _, w := range anyWord.FindAllString(c.record, -1) {
		known[stem(w)] = true // "year-old" of "17-year-old", which split keeps whole
	}
	if !figures || len(c.cited) == 0 {
		for _, w := range split(c.ev.Question) {
			known[stem(w)] = true
		}
		for _, t := range c.ev.Titles {
			for _, w := range split(t) {
				known[stem(w)] = true
			}
		}
	}
	for _, at := range anyWord.FindAllStringIndex(c.lower, -1) {
		w := strings.TrimSuffix(strings.TrimSuffix(c.lower[at[0]:at[1]], "'s"), "'")
		if len(w) == 1 && w[0] < utf8.RuneSelf || c.inQuotation(at[0], at[1]) || functionWords[w] || lineWords[w] || known[stem(w)] || !figures && templateWords[w] {
			continue
		}
		c.fault("word", w)
	}
}

// anyWord is a word of any script.
var anyWord = re(`\p{L}[\p{L}\p{M}'-]*\p{L}|\p{L}`)

// lineWords may stand in a line with a figure; templateWords in our other lines.
// None of them is a measure, a place or a verb of saying.
var (
	lineWords = wordSet(`according itself nearest whether leaves open reported report reports answer than earlier`)

	templateWords = wordSet(`absence add added answered ask asks asking average back both called calls call cannot ceiling change check
 clear combine confirmation count counted counts cover covers credit date day different direct directly expects fact figure figures
 firm first fit fits floor forecast forecasts found gaps given group groups hand held higher highest holder holders independent
 independently its kind line loaded lowest mean meant measure measures mention mentioned mentions merged model more name named names
 nearest newer newest no nobody none note nothing number numbers otherwise outlet overlap paraphrase passage people person place
 placed planned prediction proof publication published question questions quotation quotations range recent refused report's reports'
 rules same sentence separate sets simply single source sources stand state stated statement statements states subject sum text their thing things
 true unnamed unsourced value values words written wrote author apart scale top bottom other others order gives give given gave makes depends changes changed earlier value holder thing different simply neither cannot overlap whom says what see source stands establish established
 kept part withheld could pass confirmed confirm dated undated ago next unit units year years count's itself own else out goes hedge may
 come comes sides side denial denials quoted neither says tell cause reply speaker week month differ moved known means certainty given several go goes`)
)
