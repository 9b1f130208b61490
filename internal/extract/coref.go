package extract

import (
	"sort"
	"strings"

	"sitrep/internal/facts"
)

// A holder is who stands behind a statement after names are resolved.
type holder struct {
	name   string // "Lloyd J. Austin III"; as written when nothing is known
	title  string // "Secretary of Defense"; empty when the text gives none
	kind   string // one of the facts.Kind constants
	gender string // m, f or empty
	plural bool
	text   string // the words that name it, when they stand elsewhere than the source
	s      int    // their sentence, 1-based; 0: the source's own
	via    []string
}

// full is the name with its title, as a fact prints it.
func (h *holder) full() string {
	if h.title == "" || h.kind != facts.KindNamed {
		return h.name
	}
	if strings.HasSuffix(h.title, ".") {
		return h.title + " " + h.name
	}
	return h.name + ", " + h.title
}

// A cast is everybody named so far while the frames are resolved in text order.
type cast struct {
	d       *document
	people  map[string]*holder // by surname, from the whole text
	fronted map[string]*holder // by the first part of a name of three, where surnames come first
	order   []appearance       // people in order of appearance
	holders []*holder          // holders of the frames so far
}

type appearance struct {
	sent, word int
	who        *holder
}

// resolve gives every frame its holder: pronouns, surnames, titles and
// demonstratives point to what the text named before.
func (c *cast) resolve(frames []frame) {
	for i := range frames {
		f := &frames[i]
		switch {
		case f.earlier != nil:
			f.who = c.lastSame(frames[:i], f)
		case !f.source.empty() && !lacksProof(c.d.sentences[f.sent].words, f.source):
			f.who = c.holderOf(f)
		}
		if f.who != nil {
			c.holders = append(c.holders, f.who)
		}
	}
}

// people is the cast of the document, with all who are named in full.
func (d *document) people() *cast {
	if d.cast == nil {
		d.cast = &cast{d: d, people: make(map[string]*holder), fronted: make(map[string]*holder)}
		d.cast.meet()
	}
	return d.cast
}

// unquoted is a sentence seen without its quotations.
func unquoted(n int, ws []word) view {
	return view{n, ws, quotedWords(ws, nil)}
}

// lastSame is the holder of the frame that a floating quotation continues.
func (c *cast) lastSame(frames []frame, f *frame) *holder {
	for i := len(frames) - 1; i >= 0; i-- {
		if frames[i].sent == f.earlier.sent && frames[i].source == f.earlier.source {
			return frames[i].who
		}
	}
	return c.holderOf(f.earlier)
}

// meet collects the people that the body names in full, with their titles.
func (c *cast) meet() {
	for n := range c.d.sentences {
		ws := c.d.sentences[n].words
		for i := 0; i < len(ws); {
			r, title, ok := personAt(ws, i)
			if !ok {
				i = max(i+1, placeEnd(ws, i))
				continue
			}
			c.add(n, ws, r, title)
			i = r.to
		}
	}
}

// placeEnd is where the name of a place that begins at word i ends, or 0: "New York
// City" must not leave a person York City.
func placeEnd(ws []word, i int) int {
	if !isName(ws, i) || ws[i].lower == "the" {
		return 0
	}
	r := run{i, nameEnd(ws, i)}
	if r.to-r.from > 1 && (regions[ws[i].lower] || isPlaceName(ws, r)) {
		return r.to
	}
	return 0
}

func (c *cast) add(n int, ws []word, r run, title string) {
	key := surname(ws, r)
	who := c.people[key]
	gender := genderOf(ws, r, title)
	switch {
	case who == nil && r.to-r.from > 1:
		who = &holder{name: nameText(ws, r), title: title, kind: facts.KindNamed, gender: gender}
		c.people[key] = who
		if r.to-r.from == 3 && who.kind == facts.KindNamed {
			c.fronted[strings.ToLower(ws[r.from].text)] = who
		}
	case who == nil:
		return
	}
	if who.title == "" {
		who.title = title
	}
	if who.gender == "" {
		who.gender = gender
	}
	c.order = append(c.order, appearance{n, r.from, who})
}

// genderOf reads Mr., Mrs., spokeswoman and the like before a name.
func genderOf(ws []word, r run, title string) string {
	if r.from > 0 {
		if g := honorifics[ws[r.from-1].lower]; g != "" {
			return g
		}
	}
	for _, w := range strings.Fields(strings.ToLower(title)) {
		if womanly[w] {
			return "f"
		}
		if manly[w] {
			return "m"
		}
	}
	if r.to-r.from > 1 {
		return givenNames[ws[r.from].lower]
	}
	return ""
}

// holderOf resolves the source of one frame.
func (c *cast) holderOf(f *frame) *holder {
	ws := c.d.sentences[f.sent].words
	r := namingWords(ws, f.source)
	first := ws[r.from].lower
	switch {
	case relatives[first] && r.to-r.from == 1 && ws[r.from].text != "WHO":
		if g := c.relativeNoun(f.sent, r.from); !g.empty() {
			return c.phrase(f, ws, g)
		}
		last := r.from
		if lowerAt(ws, last-1) == "," {
			last--
		}
		g := tidySubject(ws, run{phraseStart(unquoted(f.sent, ws), last-1, 0), last})
		if g = trimRight(ws, g); r.from == 0 || g.empty() {
			return c.asWritten(ws, r)
		}
		return c.phrase(f, ws, g)
	case r.to-r.from == 1 && (first == "he" || first == "she"):
		if who := c.person(f.sent, r.from, map[string]string{"he": "m", "she": "f"}[first]); who != nil {
			return who
		}
	case r.to-r.from == 1 && (first == "they" || first == "it"):
		if who := c.group(first == "they"); who != nil {
			return who
		}
	default:
		return c.phrase(f, ws, r)
	}
	return c.asWritten(ws, r)
}

// namingWords are the words of a source that name it, without what only joins it to
// its sentence: "as the ministry", "officials who".
func namingWords(ws []word, r run) run {
	for r.to-r.from > 1 && (relatives[ws[r.to-1].lower] || ws[r.to-1].kind == wordMark && !isMark(ws[r.to-1], `)"'`) && !strings.HasSuffix(ws[r.to-1].text, ".")) {
		r.to--
	}
	for r.to-r.from > 1 && (ws[r.from].is(isJoint) && !relatives[ws[r.from].lower] || ws[r.from].lower == ",") {
		r.from++
	}
	return r
}

// person is the last holder who can be he or she, else the last person named.
func (c *cast) person(sent, word int, gender string) *holder {
	fits := func(h *holder) bool { return h.kind == facts.KindNamed && (h.gender == "" || h.gender == gender) }
	first := sort.Search(len(c.order), func(i int) bool { return c.order[i].sent >= sent })
	for _, a := range c.order[first:] {
		if a.sent != sent {
			break
		}
		if a.word < min(word, 5) && fits(a.who) {
			return c.settle(a.who, gender)
		}
	}
	for i := len(c.holders) - 1; i >= 0 && i >= len(c.holders)-6; i-- {
		h := c.holders[i]
		if fits(h) || h.kind == facts.KindOfficials && !h.plural && (h.gender == "" || h.gender == gender) {
			return c.settle(h, gender)
		}
	}
	for i := first; i >= 0 && i >= first-40; i-- {
		if i < len(c.order) && c.order[i].sent <= sent && fits(c.order[i].who) && (c.order[i].who.gender != "" || c.order[i].who.title != "") {
			return c.settle(c.order[i].who, gender)
		}
	}
	return nil
}

func (c *cast) settle(h *holder, gender string) *holder {
	if h != nil && h.gender == "" {
		h.gender = gender
	}
	return h
}

// group is the last holder that can be they (plural) or it (one body).
func (c *cast) group(plural bool) *holder {
	for i := len(c.holders) - 1; i >= 0 && i >= len(c.holders)-6; i-- {
		h := c.holders[i]
		if h.kind != facts.KindNamed && h.plural == plural && (plural || !human(h)) {
			return h
		}
	}
	if !plural {
		return nil
	}
	for i := len(c.holders) - 1; i >= 0 && i >= len(c.holders)-3; i-- {
		if c.holders[i].kind != facts.KindNamed && !human(c.holders[i]) {
			return c.holders[i]
		}
	}
	return nil
}

// human reports whether an unnamed holder is a person, or people, which "it" never is.
func human(h *holder) bool {
	if strings.Contains(h.name, " for ") {
		return false // who speaks for a body is what "it" says
	}
	if h.kind == facts.KindOfficials || subjectPronouns[strings.ToLower(h.name)] {
		return true
	}
	words := strings.Fields(strings.ToLower(h.name))
	for _, w := range words {
		if womanly[w] || manly[w] || strings.HasSuffix(w, "-year-old") {
			return true
		}
	}
	return len(words) > 0 && humans[words[len(words)-1]]
}

// phrase resolves a noun phrase: a person, a surname, "the ministry", "these
// officials", "these reports"; else it stays as written.
func (c *cast) phrase(f *frame, ws []word, r run) *holder {
	if p, title, ok := personIn(ws, r); ok {
		if lowerAt(ws, p.to) == "and" && p.to+1 < r.to {
			h := c.asWritten(ws, r)
			h.kind, h.plural = facts.KindNamed, true
			return h
		}
		if who := c.known(ws, p); who != nil {
			return who
		}
		if g, polite := honorifics[lowerAt(ws, p.from-1)]; polite && p.to-p.from == 1 {
			return &holder{name: joinWords(ws, run{p.from - 1, p.to}), kind: facts.KindNamed, gender: g}
		}
		if p.to-p.from > 1 || title != "" {
			return &holder{name: nameText(ws, p), title: title, kind: facts.KindNamed}
		}
	}
	h := c.asWritten(ws, r)
	head := headOf(ws, r)
	if head < 0 {
		return h
	}
	if l := ws[r.from].lower; l == "its" || l == "their" {
		return c.owned(f, ws, r, h)
	}
	switch det := ws[r.from].lower; {
	case det == "these" || det == "those" || det == "the" || det == "such" || det == "this" || det == "that":
		if who := c.antecedent(f, ws, r, head); who != nil {
			return who
		}
	}
	return h
}

// owned names "its spokesman" by the subject of the sentence when that is a name:
// "Ukraine's spokesman".
func (c *cast) owned(f *frame, ws []word, r run, h *holder) *holder {
	owner := mainSubject(unquoted(f.sent, ws), r.from)
	if owner.empty() || owner.to > r.from || r.to-r.from < 2 {
		return h
	}
	for i := owner.from; i < owner.to; i++ {
		if !isName(ws, i) && ws[i].lower != "the" {
			return h
		}
	}
	h.name = withoutArticle(withoutPossessive(joinWords(ws, owner))) + "'s " + joinWords(ws, run{r.from + 1, withoutApposition(ws, r).to})
	return h
}

// known is the person of that name among those named in full: by surname alone,
// or by the same first and last name.
func (c *cast) known(ws []word, p run) *holder {
	key := surname(ws, p)
	who := c.people[key]
	if p.to-p.from == 1 && who == nil {
		who = c.fronted[key]
	}
	if who == nil || p.to-p.from == 1 {
		return who
	}
	if first := strings.ToLower(ws[p.from].text); strings.HasPrefix(strings.ToLower(who.name), first) {
		return who
	}
	return nil
}

// asWritten is the holder of an unresolved noun phrase.
func (c *cast) asWritten(ws []word, r run) *holder {
	r = withoutApposition(ws, r)
	name := strings.Trim(c.d.mark(ws, r).Text, " ,")
	h := &holder{name: singleSpaced(name)}
	head := headOf(ws, r)
	h.kind = kindOf(ws, r, head)
	if m, ok := namedPlace(h.name); ok && m.Kind == facts.MentionLeader {
		h.kind = facts.KindNamed
	}
	if head >= 0 {
		h.plural = isPluralNoun(ws[head]) || plurals[ws[head].lower]
	}
	h.name = withoutArticle(h.name)
	if l := ws[r.from].lower; officials[l] || openers[l] && len(l) > 1 {
		h.name = uncapital(h.name)
	}
	return h
}

// withoutApposition cuts a phrase at the comma behind which it is only explained.
func withoutApposition(ws []word, r run) run {
	for i := r.from + 1; i < r.to; i++ {
		if ws[i].lower == "," && (i+1 >= r.to || apposition(ws, i+1)) {
			return run{r.from, i}
		}
	}
	return r
}

// withoutArticle drops a leading article before a lower-case word only: "the
// ministry" keeps its article, as it is nobody's full name.
func withoutArticle(name string) string {
	for _, a := range []string{"The ", "A ", "An "} {
		if strings.HasPrefix(name, a) {
			return strings.ToLower(a) + name[len(a):]
		}
	}
	return name
}

// uncapital writes the first letter small.
func uncapital(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = []rune(strings.ToLower(string(r[0])))[0]
	}
	return string(r)
}

// headOf is the head noun of a noun phrase: the last plain word before the first
// preposition, comma, bracket or relative clause; -1 when there is none.
func headOf(ws []word, r run) int {
	head := -1
	for i := r.from; i < r.to; i++ {
		w := &ws[i]
		if head >= 0 && (w.is(isLink) || w.is(isJoint) && w.lower != "and" || isMark(*w, ",(—") || ingAfter(ws, i, head)) {
			break
		}
		if w.kind == wordPlain && !w.is(isOpener) {
			head = i
		}
	}
	if head < 0 && r.from < r.to && ws[r.from].kind == wordPlain {
		return r.from
	}
	return head
}

func ingAfter(ws []word, i, head int) bool {
	l := ws[i].lower
	return isPluralNoun(ws[head]) && len(l) > 5 && (strings.HasSuffix(l, "ing") || strings.HasSuffix(l, "ed"))
}

func kindOf(ws []word, r run, head int) string {
	if head < 0 {
		return facts.KindOrganization
	}
	l := strings.TrimSuffix(ws[head].lower, "'s")
	switch {
	case officials[l]:
		return facts.KindOfficials
	case reportWords[l]:
		return facts.KindReports
	case governmentWords[l] || isCountry(ws, run{r.from, head + 1}):
		return facts.KindGovernment
	case !isName(ws, head) && titleWords[l]:
		return facts.KindOfficials
	}
	return facts.KindOrganization
}

func texts(ws []word, r run) []string {
	out := make([]string, 0, r.to-r.from)
	for i := r.from; i < r.to; i++ {
		out = append(out, ws[i].text)
	}
	return out
}
