package extract

import "sitrep/internal/facts"

// pollNouns name an asking of many people, which holds the shares it found.
var pollNouns = wordSet("poll polls survey surveys")

// pollAt finds "In a new Ardon poll, 40 percent …" and "40 percent … in a poll":
// the poll at word i is who gives the figures.
func pollAt(v view, i int, earlier []frame) (frame, bool) {
	if !pollNouns[v.ws[i].lower] || len(earlier) > 0 {
		return frame{}, false
	}
	in := pollLink(v, i)
	if in < 0 {
		return frame{}, false
	}
	f := frame{sent: v.n, head: in, verb: run{in, in + 1}, kind: frameNoun, cue: cue{"in", "b", facts.Certain}, source: nounRight(v, in+1)}
	if f.source.to <= i {
		return frame{}, false
	}
	said := run{0, trimStop(v.ws, 0, in)}
	if in == 0 {
		comma := pollComma(v.ws, i)
		if comma < 0 {
			return frame{}, false
		}
		f.source.to, said = comma, run{comma + 1, contentStop(v, comma+1, nil)}
	}
	if said.to-said.from < 3 || v.in[said.from] >= 0 || numberIn(v.ws, said) < 0 || !clauseIn(v.ws, said) {
		return frame{}, false
	}
	f.contents = []Mark{r2mark(v.ws, said)}
	return f, true
}

// pollLink is the "in" that the noun phrase of the poll at i hangs on, or -1.
func pollLink(v view, i int) int {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch w := &v.ws[k]; {
		case w.lower == "in":
			if openers[v.ws[k+1].lower] || isPossessive(v.ws[k+1]) {
				return k
			}
			return -1
		case v.in[k] >= 0, w.kind == wordMark && !isMark(*w, "&/'-"), isFinite(v.ws, k):
			return -1
		}
	}
	return -1
}

// pollComma is the comma that ends "a poll of 800 voters," or "the poll, released
// on Monday,"; -1 when there is none near.
func pollComma(ws []word, i int) int {
	for k := i + 1; k < len(ws) && k < i+12; k++ {
		if !isMark(ws[k], ",") {
			continue
		}
		for n := k + 2; n < len(ws) && n < k+9 && isAt(ws, k+1, isPastForm); n++ {
			if isMark(ws[n], ",") {
				return n
			}
		}
		return k
	}
	return -1
}
