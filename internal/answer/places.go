package answer

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// beingThere matches a predicate that tells where the counted are, not where they were
// sent: "are already spread across five camps".
var beingThere = re(`\b(be|is|are|was|were|been|being|remain|remains|remained|stay|stayed|live|stand|stood) (\w+ ){0,2}(in|at|on|inside|across|spread|stationed|based|present|housed|gathered|camped|there)\b|\b(reach|reached|enter|entered|arriv\w+|cross|crossed)\b`)

// isThere says whether a figure tells that the counted are at a place.
func (it *item) isThere() bool {
	return it.Value != nil && (it.acts["present"] || beingThere.MatchString(strings.ToLower(it.Value.Doing)))
}

// aim matches a purpose: what the counted are to do somewhere says nothing of where
// they are.
var aim = re(`\bto (join|fight|help|work|serve|support|assist|take part|participate|train|build|defend|attack|protect|guard|reinforce|replace|back) (\w+ ){0,4}$`)

// aimedAt says whether a figure names the place only as that of its purpose.
func (it *item) aimedAt(places []string, g *facts.Gazetteer) bool {
	text := straight(it.Quote.Exact)
	found := false
	for _, m := range g.Find(text) {
		if !slices.Contains(places, m.Country) || m.Kind == facts.MentionDemonym && !siteAfter(text[m.End:]) {
			continue
		}
		if !aim.MatchString(strings.ToLower(text[:m.Start])) && !aim.MatchString(strings.ToLower(strings.TrimSuffix(text[:m.Start], " in "))+" ") {
			return false
		}
		found = true
	}
	return found
}

func siteAfter(text string) bool {
	words := split(text)
	return slices.ContainsFunc(words[:min(len(words), maxSite)], func(w string) bool { return siteNouns[w] })
}

// atPlace says whether a figure is one of the place that is asked for: a town by its
// own name, a country by any of its names.
func (r *reply) atPlace(it *item) bool {
	switch {
	case len(r.q.towns) > 0:
		return slices.ContainsFunc(r.q.towns, func(t string) bool { return strings.Contains(strings.ToLower(it.Quote.Exact+" "+it.Place), t) })
	case len(r.q.places) == 0:
		return true
	}
	return overlaps(it.places, r.q.places) && !it.aimedAt(r.q.places, r.c.places)
}

// inPlaceExact keeps the figures that fit predicate and place. "How many are there?"
// is answered by figures of those sent there too, once one figure tells of being
// there.
func (r *reply) inPlaceExact(items []*item) []*item {
	there := r.narrowed(filter(items, r.atPlace))
	if !r.q.presence {
		return filter(there, func(it *item) bool {
			if len(r.q.acts) == 0 || overlaps(it.acts, r.q.acts) {
				return true
			}
			w := it.whole(r.c)
			return w != nil && overlaps(w.acts, r.q.acts)
		})
	}
	if slices.ContainsFunc(stated(there), (*item).isThere) {
		return there
	}
	return absent(there)
}

// narrowed keeps the figures whose sentences hold the question's other words: "in
// shelters" of "how many residents are in shelters?". Words that the titles share tell
// nothing.
func (r *reply) narrowed(items []*item) []*item {
	t := r.c.theme()
	return filter(items, func(it *item) bool {
		at := it.place()
		return !slices.ContainsFunc(r.q.loose, func(w string) bool {
			f := r.c.lex.fieldOf(w)
			return !t.words[f] && at >= 0 && !it.doc.words[at][f] && !it.doc.title[f]
		})
	})
}

// maxElsewhere is how many figures of other places are shown when a place has none.
const maxElsewhere = 3

// nearestInStory says that the asked count is not given, shows what is said of the
// place or of the deed, and only where nothing is said a few figures of the same
// things elsewhere.
func (r *reply) nearestInStory(fit []*item) {
	if r.untold() {
		r.notCounted()
		return
	}
	r.behaviour = Nearest
	what := r.askedOf()
	r.lead(capital(r.plural()) + " " + r.verb("gives", "give") + " no number " + what + ".")
	said := r.saidThere(fit)
	if len(filter(stated(fit), r.atPlace)) > 0 && r.inPlace() && len(filter(said, r.absence)) == 0 && len(r.q.towns) > 0 {
		said = nil // a figure of the place is nearer
	}
	if len(said) > 1 && r.divided(said) {
		r.note(capital(r.plural()) + " differ on whether any are there:")
	} else if len(said) > 0 {
		r.add(RoleHead, "What is said:", "")
	}
	for _, it := range said {
		if it.Value != nil && it.Value.Bound == facts.BoundNone {
			r.add(RoleNote, it.none()+" "+r.cite(it)+".", "")
			continue
		}
		r.state(RoleNote, it)
	}
	if len(said) > 0 {
		return
	}
	near := ranked(stated(fit))
	if r.inPlace() {
		if there := ranked(filter(stated(fit), r.atPlace)); len(there) > 0 {
			r.add(RoleHead, "Nearest, as what it is:", "")
			r.list(there)
			r.silences(r.numberGaps(false))
			return
		}
	}
	if len(near) > 0 {
		r.add(RoleHead, "Nearest, as what it is, not of that:", "")
		r.list(near[:min(len(near), maxElsewhere)])
	}
	r.silences(r.numberGaps(false))
}

// inPlace says whether the question names a place.
func (r *reply) inPlace() bool { return len(r.q.towns)+len(r.q.places) > 0 }

// untold says whether the question asks for a fate of the counted of which no report
// tells: then nothing is near.
func (r *reply) untold() bool {
	fated := kept(r.q.acts, func(a string) bool { return fates[a] })
	return len(fated) > 0 && len(r.c.pick(func(it *item) bool { return r.c.onTheme(it) && overlaps(it.fields, fated) })) == 0
}

func kept(words []string, keep func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !keep(w) })
}

// askedOf names what was asked for in the asker's words: "of divers killed", "for
// Velburg".
func (r *reply) askedOf() string {
	switch {
	case len(r.c.docs) == 1:
	case r.inPlace():
		where := " for " + cmp.Or(r.townTyped(), strings.Join(r.q.places[:min(1, len(r.q.places))], ""))
		if p := r.q.phrase(); p != "" && r.q.head != "" {
			return "of " + p + where
		}
		return where[1:]
	case r.q.head == "casualty" && r.q.phrase() != "":
		return "for " + r.q.phrase() + ""
	case r.q.phrase() != "" && !slices.ContainsFunc(r.q.pieces, func(p piece) bool { return p.act == "" }):
		return "for that"
	case r.q.phrase() != "":
		return "of " + r.q.phrase()
	}
	return "of " + r.askedThing()
}

// townTyped is the town of the question as a name; empty when it names none.
func (r *reply) townTyped() string {
	if len(r.q.towns) == 0 {
		return ""
	}
	words := strings.Fields(asTyped(r.q.raw, r.q.towns[0]))
	for i, w := range words {
		words[i] = capital(w)
	}
	return strings.Join(words, " ")
}

// divided says whether of the statements one reports an absence and another something.
func (r *reply) divided(items []*item) bool {
	none := len(filter(items, func(it *item) bool { return it.Value != nil && it.Value.Bound == facts.BoundNone }))
	return none > 0 && none < len(items)
}

// maxSaid is how many statements of a place are shown.
const maxSaid = 4

// saidThere are the statements that tell something of the asked place or deed: what is
// reported absent first, what somebody has seen, nothing that is only thought of.
func (r *reply) saidThere(fit []*item) []*item {
	near := filter(absent(fit), r.atPlace)
	if r.q.head == "" && r.inPlace() {
		near = r.c.pick(func(it *item) bool { return r.absence(it) && r.atPlace(it) })
	}
	told := r.c.pick(func(it *item) bool {
		return !it.counted() && r.c.onTheme(it) && r.namesPlace(it) && !supposed.MatchString(it.sentenceOf()) && it.Factuality != facts.CertainlyNot && it.Measure != "characterization" &&
			!it.aimedAt(r.q.places, r.c.places) && (overlaps(it.fields, r.q.acts) || (r.q.presence || len(r.q.places) > 0) && overlaps(it.fields, placeActs))
	})
	if len(told) == 0 && len(r.q.towns) > 0 { // anything that is told of the town
		told = r.c.pick(func(it *item) bool {
			return !it.counted() && r.namesPlace(it) && !supposed.MatchString(it.sentenceOf())
		})
	}
	byScore(told, func(it *item) float64 {
		n := 0.0
		if it.fields["evidence"] {
			n += 2
		}
		if it.Source.Kind != facts.KindReport {
			n++
		}
		return n
	})
	return append(near, firstPerSentence(told)[:min(len(firstPerSentence(told)), max(0, maxSaid-len(near)))]...)
}

// placeActs are the fields of statements that tell who is where.
var placeActs = []string{"present", "fight", "sent", "stay", "training", "evidence"}

// supposed matches sentences about what might be.
var supposed = re(`^"?if\b|\bif (they|it|he|she|the)\b|\b(should|would|were to|whether|could|in case)\b`)

// owned matches what follows an owner: "Norland's spies" are in no place.
var owned = re(`^['’]s`)

func (r *reply) namesPlace(it *item) bool {
	if len(r.q.towns) > 0 {
		return slices.ContainsFunc(r.q.towns, func(t string) bool { return strings.Contains(strings.ToLower(it.Quote.Exact), t) })
	}
	if len(r.q.places) == 0 {
		return true
	}
	if overlaps(it.places, r.q.places) {
		return true
	}
	for _, m := range r.c.places.Find(it.Quote.Exact) {
		if slices.Contains(r.q.places, m.Country) && m.Kind != facts.MentionDemonym && !owned.MatchString(it.Quote.Exact[m.End:]) {
			return true
		}
	}
	return false
}
