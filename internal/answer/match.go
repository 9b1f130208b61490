package answer

import (
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// A matcher scores how well figures answer a question that asks for one.
type matcher struct {
	c     *corpus
	q     *query
	want  want
	terms []term
	total float64 // of the weights of the terms
	names float64 // of those that are names
}

// A term is a word of the question with what it weighs: rare words weigh more.
type term struct {
	field  string
	weight float64
	name   bool
}

// featureCount is how many features a figure has.
const featureCount = 22

func newMatcher(c *corpus, q *query) *matcher {
	m := &matcher{c: c, q: q, want: wanted(q.text)}
	seen := map[string]bool{}
	sentences, df := c.frequency()
	capital := capitals(q.raw)
	for _, w := range split(q.words()) {
		f := theLexicon().fieldOf(w)
		if functionWords[w] || measureNouns[w] || askWords[w] || seen[f] {
			continue
		}
		seen[f] = true
		t := term{field: f, weight: math.Log(1 + sentences/(1+df[f])), name: capital[w]}
		m.terms = append(m.terms, t)
		m.total += t.weight
		if t.name {
			m.names += t.weight
		}
	}
	return m
}

var askWords = wordSet("percentage percent proportion share long old far week month approximately roughly nearly according recent latest")

// capitals are the words that a question writes with a capital inside it, lower case.
func capitals(raw string) map[string]bool {
	out := map[string]bool{}
	for i, w := range strings.Fields(raw) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“‘(`))
		if i == 0 || !unicode.IsUpper(first) {
			continue
		}
		for _, s := range split(w) {
			out[s] = true
		}
	}
	return out
}

// cover is the share of the question's weight that the sets hold.
func (m *matcher) cover(names bool, sets ...wordFields) float64 {
	got, all := 0.0, m.total
	if names {
		all = m.names
	}
	if all == 0 {
		return 0
	}
	for _, t := range m.terms {
		if names && !t.name {
			continue
		}
		if slices.ContainsFunc(sets, func(s wordFields) bool { return s[t.field] }) {
			got += t.weight
		}
	}
	return got / all
}

func fieldsOf(text string) wordFields {
	set := wordFields{}
	for _, w := range split(text) {
		set[theLexicon().fieldOf(w)] = true
	}
	return set
}

// place is where the item's sentence stands in the list of its report; -1 when nowhere.
func (it *item) place() int {
	return slices.IndexFunc(it.doc.Sentences, func(s facts.Sentence) bool { return s.S == it.Quote.S })
}

// thing is the word fields of what a figure counts and what is said of it.
func (it *item) thing() wordFields {
	of, doing := counted(it.Fact)
	return fieldsOf(of + " " + doing + " " + it.Value.UnitText + " " + strings.ReplaceAll(it.Measure, "_", " "))
}

// features describe how a figure fits the question, each between 0 and 1.
func (m *matcher) features(it *item) [featureCount]float64 {
	d := it.doc
	all := d.words
	at := it.place()
	var own, before, after wordFields
	if at >= 0 {
		own = all[at]
		if at > 0 {
			before = all[at-1]
		}
		if at+1 < len(all) {
			after = all[at+1]
		}
	}
	of, _ := counted(it.Fact)
	phrase, clause, near := fieldsOf(of+" "+it.Value.UnitText), fieldsOf(it.Quote.Exact), it.thing()
	title := d.title
	class := classOfFigure(it)
	f := [featureCount]float64{
		1, m.cover(false, own), m.cover(false, clause), m.cover(false, before, own, after), m.cover(false, near),
		m.cover(true, own), m.cover(true, before, own, title), m.cover(false, title), m.cover(false, d.fields),
		m.asked(phrase), m.asked(own), m.classFit(class), m.numbersIn(it), m.recency(d),
		early(it.Quote.S - 1), m.bound(it), m.change(it), m.saidBy(it),
		m.missing(before, own, after, title), m.otherYear(it), m.denies(it), m.cover(false, own, title),
	}
	return f
}

// asked is the share of the asked noun phrase in the set; its last noun is half of it.
func (m *matcher) asked(set wordFields) float64 {
	n := len(m.want.nouns)
	if n == 0 {
		return 0
	}
	got := 0.0
	for i, w := range m.want.nouns {
		f := theLexicon().fieldOf(w)
		if !set[f] && !set[w] {
			continue
		}
		if i == n-1 {
			got += float64(n)
		} else {
			got++
		}
	}
	return got / float64(2*n-1)
}

// classFit says how the kind of figure goes with the kind of question.
func (m *matcher) classFit(class quantityClass) float64 {
	switch {
	case m.want.class == class:
		return 1
	case m.want.class == anyQuantity:
		return 0.5
	}
	return 0
}

// numbersIn is the share of the numbers of the question that stand in the sentence.
func (m *matcher) numbersIn(it *item) float64 {
	asked := facts.Numerals(m.q.text)
	if len(asked) == 0 {
		return 0
	}
	got := 0
	text := it.doc.text(it.Quote.S)
	for _, n := range asked {
		if strings.Contains(text, n.Text) {
			got++
		}
	}
	return float64(got) / float64(len(asked))
}

// undated is the recency of a report of which no day is known.
const undated = 0.6

// recency is higher the nearer a report is to the newest candidate, in days.
func (m *matcher) recency(d *source) float64 {
	newest := m.c.newest()
	if newest == nil || d.Published == "" {
		return undated
	}
	a, errA := time.Parse(time.DateOnly, d.Published)
	b, errB := time.Parse(time.DateOnly, newest.Published)
	if errA != nil || errB != nil {
		return 0
	}
	return 1 / (1 + b.Sub(a).Hours()/24/7)
}

func early(at int) float64 { return 1 / (1 + float64(max(at, 0))/4) }

func (m *matcher) bound(it *item) float64 {
	asksAbout := approxAsked.MatchString(m.q.text)
	if asksAbout == (it.Value.Bound != facts.BoundExact) {
		return 1
	}
	return 0
}

var approxAsked = re(`\b(about|approximately|roughly|nearly|almost|estimated|up to|around|more than|at least|over)\b`)

var changeAsked = re(`\b(rise|rose|risen|fall|fell|fallen|increase|increased|drop|dropped|grew|grow|jump|jumped|cut|decline|declined|surge|surged|plunge|plunged)\b.*\bby\b|\bby (how much|what)\b|\bhow much (did|has|have) .*\b(rise|fall|increase|drop|grow|decline)`)

func (m *matcher) change(it *item) float64 {
	if changeAsked.MatchString(m.q.text) == (it.Value.Change != "") {
		return 1
	}
	return 0
}

// saidBy says whether the holder's name stands in the question.
func (m *matcher) saidBy(it *item) float64 {
	if it.Source.Kind == facts.KindReport {
		return 0
	}
	name := fieldsOf(it.Source.Name)
	for _, t := range m.terms {
		if t.name && name[t.field] {
			return 1
		}
	}
	return 0
}

// missing is the weight of the heaviest word of the question that the sets lack, of
// the heaviest of all.
func (m *matcher) missing(sets ...wordFields) float64 {
	worst, most := 0.0, 0.0
	for _, t := range m.terms {
		most = max(most, t.weight)
		if !slices.ContainsFunc(sets, func(s wordFields) bool { return s[t.field] }) {
			worst = max(worst, t.weight)
		}
	}
	if most == 0 {
		return 0
	}
	return worst / most
}

var fourDigits = re(`\b(19|20)\d\d\b`)

// otherYear says whether the sentence names a year that the question does not name
// and in which the report did not come out.
func (m *matcher) otherYear(it *item) float64 {
	for _, y := range fourDigits.FindAllString(it.doc.text(it.Quote.S), -1) {
		if !strings.Contains(m.q.text, y) && !strings.HasPrefix(it.doc.Published, y) {
			return 1
		}
	}
	return 0
}

var denial = re(`\b(not|no|never|without|none|cannot)\b|n't\b`)

// denies says whether only one of question and clause says "not".
func (m *matcher) denies(it *item) float64 {
	if denial.MatchString(m.q.text) != denial.MatchString(strings.ToLower(straight(it.Quote.Exact))) {
		return 1
	}
	return 0
}
