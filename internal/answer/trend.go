package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// moves are the verbs and nouns by which a figure is said to change.
const moves = `(go(es|ne|ing)? (up|down)|went (up|down)|r(ise|ises|isen|ising|ose)|f(all|alls|allen|alling|ell)|increas\w+|decreas\w+|drop(ped|ping|s)?|gr(ow|ows|own|owing|ew)|climb\w*|chang(e|ed|ing|es)|declin\w+|shr[aiu]nk\w*|doubl\w+|raise[ds]?|revis\w+|lower(ed|s)?|updat\w+|trend\w*|higher than before|lower than before)`

// trendAsked asks whether a figure changed over time.
var trendAsked = re(`^(so |and |but |hmm )*(did|has|have|had|is|are|was|were|does|do) .*\b` + moves + `\b|` + figureNoun + ` (trend|history|over time)s?$|^` + moves + `$|^how (did|has|have) .*` + figureNoun + ` (change|develop|evolve)`)

// movesAlone is a word of moving and nothing else.
var movesAlone = re(`^` + moves + `$`)

// disputeWords are words of questions for a disagreement, which are no topic.
var disputeWords = wordSet("disagree disagrees disagreement disagreements differ differs difference differences contradict odds source sources agree holder holders")

// asksTrend says whether a question for a change is one for the change of a figure,
// which it names, counts or points back to.
func asksTrend(q *query) bool {
	return q.several && len(q.numbers) == 0 && (figureNamed.MatchString(q.text) || q.head != "" || pointedAt.MatchString(q.text) && q.earlier != nil || q.pronoun && q.earlier != nil)
}

var (
	figureNamed = re(`\b` + figureNoun + `\b`)
	pointedAt   = re(`\b(it|that|this|they|those|these)\b`)
)

// trend compares over time, only within one holder and measure; one report alone
// shows no trend.
func (r *reply) trend() {
	if len(r.c.docs) == 1 {
		r.noTrend()
		return
	}
	figures := r.inTime()
	if len(figures) == 0 {
		r.notCounted()
		return
	}
	series := r.series(figures)
	told := r.toldChanges(figures)
	switch {
	case len(series) > 0:
		r.moved(series, figures)
	case len(figures) == 1 && len(told) == 0:
		r.behaviour = Nearest
		r.lead("No earlier figure is given to compare with this:")
		r.figure(figures[0])
	default:
		r.behaviour = GivesAll
		if len(figures) > 1 {
			r.lead("No report says that a figure changed; these are not comparable: " + r.apart(figures) + ".")
		} else {
			r.lead("No earlier figure is given to compare with this:")
		}
		for _, it := range figures[:min(len(figures), MaxLines)] {
			r.figure(it)
		}
	}
	for _, line := range told {
		r.add(RoleNote, line, "")
	}
}

// inTime are the figures whose change is asked about, the earliest first: of the
// asked holder or its country, and of what the question, the conversation or the
// reports count.
func (r *reply) inTime() []*item {
	t, side, topic := r.c.theme(), r.side(), r.trendTopic()
	given := r.c.pick(func(it *item) bool {
		return it.counted() && it.Value.Bound != facts.BoundNone && plainCount(it) && (side == nil || side.is(it)) && it.doc.tellsOf(topic) && !r.ofOld(it) && !it.supposed()
	})
	var figures []*item
	switch {
	case r.q.head != "":
		figures = filter(given, r.headFits)
	case t.head == "":
		figures = given
	default:
		figures = filter(given, func(it *item) bool { return it.heads[t.head] })
		if side != nil {
			figures = orAll(figures, given)
		}
	}
	figures = merged(figures)
	if side == nil {
		figures = r.meant(figures)
	}
	return byDay(slices.DeleteFunc(figures, func(it *item) bool { return it.whole(r.c) != nil }))
}

// trendTopic are the stems of the words of the question that say about what it is,
// without those for the change and for what is counted.
func (r *reply) trendTopic() []string {
	var out []string
	for _, w := range split(r.q.text) {
		s := stem(w)
		if slices.Contains(r.q.content, s) && !movesAlone.MatchString(w) && !disputeWords[w] && r.c.lex.field[s] == "" && !measureNouns[w] && s != stem(r.q.headTyped) && s != r.q.head {
			out = append(out, s)
		}
	}
	return out
}

// side is whose figure is asked about: the speaker, or the country that the question
// names as the owner of the figure; nil when nobody is named.
func (r *reply) side() *speaker {
	switch s := r.q.speaker; {
	case s != nil:
		if country, ok := r.c.places.Country(cmp.Or(s.source.Name, s.typed)); ok { // the figures of its bodies too
			return &speaker{typed: s.typed, country: country}
		}
		return s
	case r.q.head == "" && len(r.q.nations) == 1 && figureNamed.MatchString(r.q.text):
		return &speaker{typed: r.q.nations[0], country: r.q.nations[0]}
	case r.q.head == "" && len(r.q.places) == 1 && figureNamed.MatchString(r.q.text):
		return &speaker{typed: r.q.places[0], country: r.q.places[0]}
	case r.q.pronoun && r.q.earlier != nil:
		return r.q.earlier.speaker
	}
	return nil
}

// series are the last two figures of each holder that gives one thing more than
// once, as changes.
func (r *reply) series(figures []*item) []change {
	var out []change
	for i := len(figures) - 1; i >= 0; i-- {
		it := figures[i]
		if slices.ContainsFunc(out, func(c change) bool { return c.it == it || sameSeries(c.it, it) }) {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			older := figures[j]
			if sameSeries(older, it) && older.doc != it.doc && kin(older.doc, it.doc) {
				out = append(out, change{flag: flagOf(older, it), it: it, older: older})
				break
			}
		}
	}
	return out
}

// sameSeries says whether two figures are of one holder, thing and place.
func sameSeries(a, b *item) bool {
	return oneHolder(a, b) && sameThing(a, b) && samePlace(a, b) && samePeople(a, b)
}

// moved tells what one holder's figures of one thing did, then the figures of others.
func (r *reply) moved(series []change, figures []*item) {
	r.behaviour = GivesAll
	r.lead("The same holder gives for the same thing:")
	for _, c := range series {
		r.flagged(c)
	}
	others := slices.DeleteFunc(slices.Clone(figures), func(it *item) bool {
		return slices.ContainsFunc(series, func(c change) bool { return sameSeries(c.it, it) })
	})
	if len(others) == 0 {
		return
	}
	r.add(RoleHead, "Not comparable with these:", "")
	for _, it := range others[:min(len(others), MaxLines-len(series))] {
		r.figure(it)
	}
}

// changeTold are words by which a sentence itself sets a figure against an earlier
// one.
var changeTold = re(`(?i)\b(double[ds]?|twice|triple[ds]?|halved?|(up|down) from|(higher|lower|more|fewer|less|larger|smaller) than (the|its|their|an?|his|her|last|previous|earlier)|revis(ed|ing)|raised|lowered|compared (with|to)|increas(e|ed) (of|from|by)|ros?e (from|by|to)|f(e|a)ll (from|by|to))\b`)

// toldChanges quotes the clauses in which the sentences of the figures themselves
// tell a change.
func (r *reply) toldChanges(figures []*item) []string {
	var out []string
	for _, it := range figures {
		for _, clause := range commas.Split(it.doc.text(it.Quote.S), -1) {
			clause = strings.Trim(clause, " .")
			if changeTold.MatchString(clause) && !strings.ContainsAny(clause, "“”\"") && len(strings.Fields(clause)) > 3 {
				line := "In the report's own words: " + quoted(clause) + " " + r.cite(it) + "."
				if !slices.Contains(out, line) {
					out = append(out, line)
				}
			}
		}
	}
	return out[:min(len(out), 2)]
}

// commas part a sentence at its commas, not inside numbers.
var commas = re(`[,;]\s|\s[-–—]\s`)

// noTrend answers a question for a trend from one report.
func (r *reply) noTrend() {
	r.behaviour = Abstain
	r.lead("I cannot tell: only this report is loaded, with no earlier value from the same holder for the same thing.")
	figures := ranked(stated(r.fitting()))
	if len(figures) > 0 {
		r.add(RoleHead, "The figures as given:", "")
		r.mention(figures)
	}
	rising := r.c.pick(func(it *item) bool {
		return (it.fields["rise"] || it.fields["fall"]) && !it.gap() && (it.Value == nil || !it.counted())
	})
	if len(rising) > 0 {
		r.add(RoleHead, "What did change:", "")
		r.state(RoleNote, rising[0])
	}
}
