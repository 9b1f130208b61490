package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// A corpus is the candidate documents made ready for matching.
type corpus struct {
	docs  []*source
	items []*item
	vocab map[string]bool // lower-case words of all documents
	stems map[string]bool

	lex    *lexicon
	places *facts.Gazetteer
	limits Thresholds
	filled bool            // see all
	terms  []string        // of the search that found the reports
	wanted map[string]bool // stems of the terms
	heads  map[string]bool // fields of what the figures count; see counts
	told   *theme
	asOf   string   // the day of asking; empty: not known
	fresh  []string // reports that are new to the asker; empty: by their day
}

// A source is one candidate report.
type source struct {
	facts.Report
	conflicts []facts.Conflict // as a person noted them
	part      *facts.Part      // nil: the report is whole
	index     *facts.Index
	sentence  map[int]facts.Sentence
	stems     map[string]bool // of all its words
	fields    wordFields      // of all its words
	title     wordFields
	words     []wordFields    // of each sentence, in their order
	countries map[string]bool // named anywhere in it
	headed    map[string]bool // countries named in its title or first sentence
	prints    map[uint64]bool // of its sentences; see printsOf
	names     map[string]bool // see namesOf
}

// wordFields is a set of word fields.
type wordFields map[string]bool

// text returns sentence s of the report as it stands there.
func (d *source) text(s int) string {
	sp, ok := d.sentence[s]
	if !ok {
		return ""
	}
	if d.part != nil {
		return d.part.Texts[s]
	}
	text, _ := d.index.Slice(sp.Start, sp.End)
	return text
}

// An item is one current fact with what matching needs to know of it.
type item struct {
	facts.Fact
	doc     *source
	same    []*item         // the same claim in other reports, see merged
	order   int             // position in the corpus, for stable sorting
	ordinal bool            // an ordinal that tells a count: "their fifth title"
	fields  map[string]bool // word fields of quote, claim and measure
	heads   map[string]bool // word fields of what is counted
	acts    map[string]bool // word fields of what is said about it
	nations map[string]bool // countries whose people or things are counted
	places  map[string]bool // countries and names of the place
	holders map[string]bool // countries that the holder speaks for
	about   map[string]bool // countries that the quote names in any way
	near    map[string]bool // countries that its sentence names
}

func (it *item) ref() string {
	if it.ID == "" { // no fact: an ordinal
		return ""
	}
	return it.doc.ID + "#" + it.ID
}

// counted says whether the item carries a figure that counts something and that
// its holder commits to: a time span alone does not, nor a number denied.
func (it *item) counted() bool {
	return it.Value != nil && it.Firm && !timeUnits[it.Value.Unit] && (firmness[it.Factuality] > 0 || it.Value.Bound == facts.BoundNone)
}

var timeUnits = wordSet("second minute hour day week month year decade century date")

// gap says whether the item states that something is not known.
func (it *item) gap() bool { return it.Factuality == facts.Unknown }

// numberGap says whether what is not known is a number.
func (it *item) numberGap() bool {
	if !it.gap() {
		return false
	}
	return ofNumber.MatchString(strings.ToLower(straight(it.Quote.Exact + " " + it.Claim)))
}

// ofNumber matches words about a number that is not given: "the number of", "how many",
// "no figure"; "the end of the count" is none.
var ofNumber = re(`\b(numbers?|figures?|counts?|estimates?|totals?|tall(y|ies)|tolls?|sizes?|predictions?|forecasts?) (of|for|on|regarding|about|as to|how)\b|\bhow (many|much|large|big)\b|\b(no|any|a|an|exact|precise|specific) (numbers?|figures?|counts?|estimates?|totals?|tall(y|ies)|tolls?|predictions?|details)\b`)

// amount is the number to compare by; ok is false where the item has none.
func (it *item) amount() (float64, bool) {
	switch v := it.Value; {
	case v == nil:
		return 0, false
	case v.Amount != nil:
		return *v.Amount, true
	case v.High != nil:
		return *v.High, true
	case v.Low != nil:
		return *v.Low, true
	}
	return 0, false
}

func newCorpus(docs []facts.Document, terms []string, lex *lexicon, places *facts.Gazetteer) *corpus {
	c := &corpus{vocab: map[string]bool{}, stems: map[string]bool{}, lex: lex, places: places, limits: DefaultThresholds(), terms: terms, wanted: wantedStems(terms)}
	for _, d := range docs {
		src := &source{Report: d.Report, conflicts: d.Conflicts, part: d.Part, index: facts.NewIndex(d.Report.Text), sentence: map[int]facts.Sentence{},
			stems: map[string]bool{}, countries: map[string]bool{}, headed: map[string]bool{}}
		for _, s := range d.Report.Sentences {
			src.sentence[s.S] = s
		}
		if d.Part != nil {
			src.Text = given(d)
		}
		c.docs = append(c.docs, src)
		c.readWords(src)
		c.readRest(src)
		for _, f := range d.Facts {
			if f.Status == facts.StatusCurrent || f.Status == "" {
				c.items = append(c.items, &item{Fact: f, doc: src, order: len(c.items)})
			}
		}
	}
	c.items = originals(c.items)
	return c
}

// readWords notes the words of a report, by sentence and in all. Of one that is
// there in part only those that can be asked for count, but all of what tells what
// it is about.
func (c *corpus) readWords(d *source) {
	d.fields = wordFields{}
	note := func(text string, all bool) wordFields {
		set := wordFields{}
		words := split(text)
		for i, e := range stems().all(words) {
			w, f, s := words[i], e.field, e.stem
			if !all && f == s && !c.wanted[s] && !measureNouns[w] {
				continue
			}
			set[f], d.fields[f] = true, true
			c.vocab[w], c.stems[s], d.stems[s] = true, true, true
		}
		return set
	}
	d.title = note(d.Title, true)
	for _, s := range d.Sentences {
		d.words = append(d.words, note(d.text(s.S), d.part == nil || s.S == 1))
	}
}

// all are the items, ready to be matched by word fields and countries.
func (c *corpus) all() []*item {
	if !c.filled {
		c.filled = true
		for _, d := range c.docs {
			d.findCountries(c.places)
			addCountries(d.headed, c.places, d.Title+". "+d.text(1))
		}
		for _, it := range c.items {
			it.fill(c.lex, c.places)
		}
		c.findSides()
	}
	return c.items
}

// fill finds what matching needs to know of the item.
func (it *item) fill(lex *lexicon, places *facts.Gazetteer) {
	f := it.Fact
	it.fields, it.heads, it.acts, it.nations = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	it.places, it.holders, it.about, it.near = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	measure := strings.ReplaceAll(f.Measure, "_", " ")
	for _, w := range split(f.Quote.Exact + " " + f.Claim + " " + measure) {
		it.fields[lex.fieldOf(w)] = true
	}
	of, doing := counted(f)
	if f.Value != nil {
		it.heads[headOf(f, lex)] = true
	}
	for _, w := range split(of + " " + doing + " " + measure) {
		it.acts[lex.fieldOf(w)] = true
	}
	if it.heads["life"] && livesLost.MatchString(f.Quote.Exact) {
		it.acts["killed"] = true
	}
	addCountries(it.nations, places, of)
	addCountries(it.places, places, f.Place)
	for _, w := range split(f.Place) {
		it.places[w] = true
	}
	it.addSites(places, of+" "+doing)
	addCountries(it.about, places, f.Quote.Exact)
	addCountries(it.near, places, it.doc.text(f.Quote.S))
	addCountries(it.holders, places, f.Source.Name)
	for _, v := range f.Via {
		addCountries(it.holders, places, v)
	}
}

// headOf is the field of what a figure counts.
func headOf(f facts.Fact, lex *lexicon) string {
	if f.Value.UnitText != "" {
		return lex.fieldOf(headNoun(f.Value.UnitText))
	}
	of, _ := counted(f)
	return lex.fieldOf(headNoun(of))
}

// livesLost tells lives that were lost from those that were saved.
var livesLost = re(`\b(loss|lost|lose|claim(ed|s|ing)?|cost|costs|took|taken)\b`)

// headNoun is the noun that a phrase counts: its last word before a preposition or
// a relative clause.
func headNoun(phrase string) string {
	head := ""
	for i, w := range split(phrase) {
		if i > 0 && functionWords[w] {
			break
		}
		head = w
	}
	return head
}

func addCountries(set map[string]bool, places *facts.Gazetteer, text string) {
	for _, m := range places.Find(text) {
		set[m.Country] = true
	}
}

// counted returns what a figure counts and the predicate it stands in. Where the
// fact does not say, both come from the words of the quote around the number.
func counted(f facts.Fact) (of, doing string) {
	if f.Value == nil {
		return "", ""
	}
	of, doing = f.Value.Of, f.Value.Doing
	if of == "" {
		_, behind, _ := strings.Cut(f.Quote.Exact, f.Value.Text)
		if end := phraseEnd.FindStringIndex(behind); end != nil {
			behind = behind[:end[0]]
		}
		of = strings.TrimSpace(behind)
	}
	return of, doing
}

// phraseEnd is where the words behind a number say no more of it.
var phraseEnd = re(`[,;:.!?()"“”—]|\s-`)

// gives lists the sentences that a fact rests on: the quote's first, then the
// source's where it differs, in reading order.
func (it *item) gives() []int {
	s := []int{it.Quote.S}
	if it.Source.S != 0 && it.Source.S != it.Quote.S && it.Source.Kind == facts.KindReports {
		s = append(s, it.Source.S)
	}
	slices.Sort(s)
	return s
}

// newest returns the publication date of the newest report, or empty.
func (c *corpus) newest() *source {
	var best *source
	for _, d := range c.docs {
		if d.Published != "" && (best == nil || d.Published > best.Published) {
			best = d
		}
	}
	return best
}

// pick returns the items for which keep says yes, in corpus order.
func (c *corpus) pick(keep func(*item) bool) []*item {
	var out []*item
	for _, it := range c.all() {
		if keep(it) {
			out = append(out, it)
		}
	}
	return out
}

// byScore sorts items by falling score; equal scores keep newest report first,
// then the order of the text.
func byScore(items []*item, score func(*item) float64) {
	slices.SortStableFunc(items, func(a, b *item) int {
		return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(b.doc.Published, a.doc.Published), cmp.Compare(a.order, b.order))
	})
}
