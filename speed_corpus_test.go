package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sitrep/internal/facts"
	"sitrep/internal/load"
)

// A maker makes any number of reports, the same ones for the same base and seed:
// the base's with names, places, numbers and days changed or, without a base, some
// from templates.
type maker struct {
	base []facts.Report
	seed uint64
}

// newMaker reads the base from the JSON Lines that SITREP_BENCH_REPORTS names.
func newMaker(tb testing.TB) *maker {
	m := &maker{seed: 1}
	path := os.Getenv("SITREP_BENCH_REPORTS")
	if path == "" {
		return m
	}
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	err = load.Lines(bufio.NewReader(f), func(l load.Line) error {
		m.base = append(m.base, l.Report)
		return l.Err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// report returns report number i.
func (m *maker) report(i int) facts.Report {
	random := rand.New(rand.NewPCG(m.seed, uint64(i)))
	r := facts.Report{ID: fmt.Sprintf("g%07d", i), Published: time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, random.IntN(700)).Format(time.DateOnly)}
	if len(m.base) == 0 {
		r.Title, r.Text = fromTemplates(random)
		return r
	}
	v := &varied{random: random, names: map[string]string{}, places: facts.Places()}
	base := m.base[i%len(m.base)]
	r.Title, r.Text = v.text(base.Title), v.text(base.Text)
	return r
}

// A varied changes a text: a name becomes the same other name throughout.
type varied struct {
	random *rand.Rand
	names  map[string]string
	places *facts.Gazetteer
}

var (
	capitalised = regexp.MustCompile(`\b[A-Z][a-z]{2,}\b`)
	wholeNumber = regexp.MustCompile(`\b\d{1,3}(?:,\d{3})+\b|\b\d+\b`)
	sentenceEnd = regexp.MustCompile(`(?:^|[.!?:”"\n]\s*|[“"(])$`)
)

func (v *varied) text(text string) string {
	var b strings.Builder
	last := 0
	for _, at := range capitalised.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		b.WriteString(text[last:at[0]])
		b.WriteString(v.name(word, sentenceEnd.MatchString(text[max(0, at[0]-3):at[0]])))
		last = at[1]
	}
	b.WriteString(text[last:])
	return wholeNumber.ReplaceAllStringFunc(b.String(), v.number)
}

// name returns what stands for a word: itself where it opens a sentence and was no
// name before, or is a day's or a month's.
func (v *varied) name(word string, opens bool) string {
	if other, ok := v.names[word]; ok {
		return other
	}
	if opens || kept[word] {
		return word
	}
	other := word
	switch _, place := v.places.Country(word); {
	case place && v.random.IntN(2) == 0:
		other = swapped[v.random.IntN(len(swapped))]
	case !place && v.random.IntN(3) > 0:
		other = invented(v.random)
	}
	v.names[word] = other
	return other
}

var kept = setOf(`January February March April May June July August September October November December
 Monday Tuesday Wednesday Thursday Friday Saturday Sunday The This That These Those And But For With Not New North South East West`)

var swapped = strings.Fields(`Norway Chile Kenya Portugal Vietnam Canada Ghana Poland Peru Jordan Finland Ireland Morocco Thailand Uruguay`)

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// number keeps years and the number of digits; the first is never 0.
func (v *varied) number(text string) string {
	if n, err := strconv.Atoi(text); err == nil && n >= 1800 && n < 2100 || len(text) < 2 {
		return text
	}
	out := []byte(text)
	for i, c := range out {
		if c >= '0' && c <= '9' && (i == 0 || v.random.IntN(2) == 0) {
			out[i] = byte('1' + v.random.IntN(9))
		}
	}
	return string(out)
}

// invented is a name that nobody has.
func invented(random *rand.Rand) string {
	first, middle, last := strings.Fields("Bar Cal Dun El Far Gor Hal Ing Jor Kel Lan Mor Nar Ol Per Quin Ros Sel Tor Ul Ver Wex Yar Zan"),
		strings.Fields("a e i o u ai ea ei o a e i"), strings.Fields("burg ton mere field stad vik ford ham dale lund wick more nes holm bury gard")
	name := first[random.IntN(len(first))] + middle[random.IntN(len(middle))]
	if random.IntN(2) == 0 {
		name += strings.ToLower(first[random.IntN(len(first))]) + middle[random.IntN(len(middle))]
	}
	return name + last[random.IntN(len(last))]
}

// reportTemplates are sentences of our own. NAME, TOWN and LAND stay the same within
// a report; COUNT, PART, MONEY and MONTH are drawn each time.
var reportTemplates = []string{
	"TOWN mill lays off COUNT workers after the harvest fails",
	"The NAME mill in TOWN has laid off COUNT workers, its manager said on Tuesday.",
	"About COUNT tonnes of wheat were stored in TOWN in MONTH, according to the harvest board.",
	"The ferry from TOWN carried COUNT passengers in MONTH, PART percent more than a year before.",
	"Officials in LAND estimate that at least COUNT homes lie below the NAME dam.",
	"“We have repaired COUNT boats since MONTH,” said Ada NAME, who runs the yard.",
	"The harbour of TOWN cost MONEY million dollars to build.",
	"Nobody has said how many fishermen lost their nets.",
	"The ministry declined to give a number of the families that moved.",
	"Rain fell for PART days and the river rose by PART metres.",
	"A survey found that PART percent of farmers in LAND plant barley.",
	"The council of TOWN approved a budget of MONEY million dollars for the bridge.",
	"More than COUNT people visited the market, police said.",
	"The bakery opened in 19PART and employs PART people.",
	"NAME told reporters that the talks would go on until MONTH.",
	"Up to COUNT sheep were moved to higher ground near TOWN.",
	"The school has PART classrooms for COUNT children.",
	"It was the worst season in PART years, the weather service of LAND said.",
	"Prices of salt in TOWN fell by PART percent in MONTH.",
	"The train between TOWN and the coast takes PART minutes.",
}

func fromTemplates(random *rand.Rand) (title, text string) {
	months := strings.Fields("January February March April May June July August September October November December")
	name, town, land := invented(random), invented(random), swapped[random.IntN(len(swapped))]
	fill := func(t string) string {
		return strings.NewReplacer("NAME", name, "TOWN", town, "LAND", land, "MONTH", months[random.IntN(len(months))],
			"COUNT", strconv.Itoa(20+random.IntN(40_000)), "PART", strconv.Itoa(10+random.IntN(89)), "MONEY", strconv.Itoa(2+random.IntN(400))).Replace(t)
	}
	title = fill(reportTemplates[random.IntN(2)*15])
	var b strings.Builder
	b.WriteString(title + "\n\n")
	for range 10 + random.IntN(30) {
		b.WriteString(fill(reportTemplates[1+random.IntN(len(reportTemplates)-1)]) + " ")
	}
	return title, strings.TrimSpace(b.String())
}
