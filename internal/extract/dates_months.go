package extract

// maxMonthList is how many months may share the year behind the last one.
const maxMonthList = 4

// sharedYear is the year behind a list of months that goes on at i: "June and
// July of 1984"; 0 when there is none.
func (r *dateReader) sharedYear(i int) int {
	for range maxMonthList {
		listed := false
		for l := r.lower(i); l == "," || l == "and" || l == "or"; l = r.lower(i) {
			i, listed = i+1, true
		}
		if !listed || monthNames[r.lower(i)] == 0 {
			return 0
		}
		if y, end := r.yearBehind(i + 1); end > 0 {
			return y
		}
		i++
	}
	return 0
}

// firmMonthLeads stand in front of a month and hardly of a person.
var firmMonthLeads = wordSet("in since early late mid last this next during")

// isNamed reports whether "May" or "March" at i is part of a name or a person
// that does something: "March For Lives", "before May called".
func (r *dateReader) isNamed(i int) bool {
	if i+1 >= len(r.ws) || firmMonthLeads[r.lower(i-1)] {
		return false
	}
	next := r.ws[i+1]
	if next.kind != wordPlain {
		return false
	}
	return next.is(isCapital) && monthNames[next.lower] == 0 || next.class == classVerb || next.class == classAux || isParticiple(next.lower)
}

// doubleYear reads "2014-15": two years in a row.
func (r *dateReader) doubleYear(i int) (period, int) {
	y, ok := r.year(i)
	if !ok || i+2 >= len(r.ws) || r.lower(i+1) != "-" && r.lower(i+1) != "–" && r.lower(i+1) != "/" || !r.touches(i) || !r.touches(i+1) ||
		len(r.lower(i+2)) != 2 || small(r.lower(i+2)) != (y+1)%100 {
		return period{}, 0
	}
	p, _ := through(onYear(y), onYear(y+1))
	return p, i + 3
}
