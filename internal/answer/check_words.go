package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// ownWords says whether every telling word of a text is in the record; words that
// hedge, deny or weaken are telling too.
func ownWords(text, record string) bool {
	own := map[string]bool{}
	for _, w := range split(record) {
		own[stem(w)], own[w] = true, true
	}
	for _, w := range participles(split(record)) {
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
	for _, w := range participles(split(c.record)) {
		known[stem(w)] = true
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
	if !figures && len(c.cited) == 0 {
		for _, w := range split(strings.Join(c.ev.Counted, " ")) {
			known[stem(w)] = true
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
	lineWords = wordSet(`via according itself nearest whether leaves open undated reported report reports answer than earlier beside`)

	templateWords = wordSet(`absence add added answered ask asks asking average back both called calls call cannot ceiling change check
 clear combine confirmation count counted counts cover covers credit date dates day different direct directly expects fact figure figures
 firm first fit fits floor forecast forecasts found gaps given group groups hand held higher highest holder holders independent
 independently its kind line loaded lowest mean meant measure measures mention mentioned mentions merged model more name named names
 nearest newer newest no nobody none note nothing number numbers otherwise outlet overlap paraphrase passage people person place
 placed planned prediction proof publication published question questions quotation quotations range recent refused report's reports'
 rules same sentence separate sets simply single source sources stand state stated statement statements states subject sum text their thing things
 true unnamed unsourced value values words written wrote author apart scale top bottom other others order gives give given gave makes depends changes changed earlier value holder thing different simply neither cannot overlap whom says what see source stands establish established
 older comparable carry carries share digits larger included settle differ either kept part withheld could pass confirmed confirm dated undated ago next unit units year years count's itself own else out goes hedge may
 come comes sides side denial denials quoted neither says tell cause reply speaker week month places days compare two clause disagree disagreement agree contradict room rounder each against sets differ moved known means certainty given several go goes`)
)
