package answer

import (
	"strings"

	"sitrep/internal/facts"
)

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
