package answer

import "sitrep/internal/facts"

// noSingle says that there is no single number, and why: what parts the figures is
// what they count, who gives them, or when.
func (r *reply) noSingle(figures []*item) string {
	things := r.measures(figures) > 1
	holders, days := map[string]bool{}, map[string]bool{}
	own := true
	for _, it := range figures {
		holders[it.Source.Name], days[it.dayOf()] = true, true
		own = own && it.Source.Kind == facts.KindReport
	}
	switch {
	case things && len(holders) > 1:
		return "No single number: these figures count different things, each for its own source."
	case things:
		return "No single number: these figures count different things."
	case len(holders) > 1 && len(days) > 1:
		return "No single number: different sources give different figures, at different dates."
	case len(holders) > 1:
		return "No single number: different sources give different figures."
	case len(days) > 1 && own:
		return "No single number: the reports give different figures, at different dates."
	case len(days) > 1:
		return "No single number: the same source gives different figures at different dates."
	}
	return "No single number: several are given."
}

// sameNumbers says whether all figures give one and the same number.
func sameNumbers(items []*item) bool {
	for _, it := range items[1:] {
		if !equalNumber(items[0], it) {
			return false
		}
	}
	return true
}
