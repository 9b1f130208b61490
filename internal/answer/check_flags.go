package answer

import (
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// flagLead are the flags that may open a line, the longer first.
var flagLead = []string{facts.FlagNotComparable, facts.FlagNoChange, facts.FlagReworded, facts.FlagWithdrawn, facts.FlagCorrected, facts.FlagConflict,
	facts.FlagDiffers, facts.FlagRetreat, facts.FlagDown, facts.FlagNew, facts.FlagUp}

// withoutFlag takes the flag from the head of a line and remembers it: it is no word
// of a report, and what it claims is checked by itself.
func (c *checker) withoutFlag(text string) string {
	bare := strings.TrimPrefix(strings.TrimSpace(text), "• ")
	for _, f := range flagLead {
		if rest, ok := strings.CutPrefix(bare, f+" "); ok {
			c.flag = f
			return rest
		}
	}
	return text
}

// flags: a line may say that a figure went up or down, was reworded or differs only
// where two cited facts bear it out: the figure that leads the line, and an earlier
// one behind it.
func (c *checker) flags() {
	switch c.flag {
	case facts.FlagUp, facts.FlagDown, facts.FlagReworded, facts.FlagDiffers:
	default:
		return
	}
	lead, rest, found := strings.Cut(c.lower, ";")
	if !found {
		if c.flag != facts.FlagDiffers { // what it differs from may stand in another line
			c.fault("flag", c.flag+" without an earlier figure")
		}
		return
	}
	newer, older := c.valued(lead), c.valued(rest)
	if !slices.ContainsFunc(newer, func(n facts.Fact) bool {
		return slices.ContainsFunc(older, func(o facts.Fact) bool { return bears(c.flag, o, n) })
	}) {
		c.fault("flag", c.flag+" is not borne out")
	}
}

// valued are the cited facts whose value stands in a part of the line.
func (c *checker) valued(part string) []facts.Fact {
	var out []facts.Fact
	for _, s := range c.cited {
		for _, f := range s.Facts {
			if f.Value != nil && strings.Contains(part, strings.ToLower(straight(f.Value.Text))) && heldBy(part, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// bears says whether two facts bear a flag out.
func bears(flag string, older, newer facts.Fact) bool {
	one := facts.SameHolder(older.Source, newer.Source) || older.Source.Kind == facts.KindReport && newer.Source.Kind == facts.KindReport
	if flag == facts.FlagDiffers {
		return !(one && older.Source.Kind != facts.KindReport)
	}
	if !one {
		return false
	}
	newer.Measure, newer.Place, newer.Source.Name = older.Measure, older.Place, older.Source.Name
	return older.Measure != "" && facts.Compare(older, newer) == flag
}
