package answer

import (
	"slices"
	"strings"
	"time"

	"sitrep/internal/facts"
)

// byWhom names the holder of an item as a line ends: in full with office the first
// time, the verb of the source, through whom, and the day.
func (r *reply) byWhom(it *item) string {
	day := r.day(it)
	if it.Source.Kind == facts.KindReport || it.Source.Name == "" {
		if day == "" {
			return "the report itself"
		}
		return "the " + day + " itself"
	}
	name := it.withVerb(r.nameOf(it.Source))
	if via := it.through(); via != "" {
		name += ", via " + via
	}
	if day != "" {
		name += ", " + day
	}
	return name
}

// nameOf is a holder's name: in full the first time, then without the office.
func (r *reply) nameOf(src facts.Source) string {
	who, office, titled := strings.Cut(src.Name, ", ")
	if src.Kind != facts.KindNamed || !titled {
		return src.Name
	}
	if r.named[who] {
		return person(src.Name)
	}
	if first, rest, _ := strings.Cut(office, " "); rest == strings.ToLower(rest) && commonEnglish[strings.ToLower(first)] {
		office = strings.ToLower(first) + strings.TrimPrefix(office, first) // it opened its sentence
	}
	return who + ", " + office
}

// withVerb adds the verb of the source to a holder's name, where it tells more than
// that something was said.
func (it *item) withVerb(name string) string {
	verb := ""
	if it.Cue != nil {
		verb = it.Cue.Text
	}
	titled := strings.Contains(name, ",")
	if it.Source.Kind == facts.KindReports {
		name = sentenceLower(strings.ToLower(name[:1]) + name[1:])
	}
	switch {
	case strings.HasPrefix(stem(verb), "estim") && !strings.Contains(verb, " ") && it.Source.Kind != facts.KindReports && !titled:
		return possessive(name) + " estimate"
	case reportingVerbs[stem(verb)] && !strings.HasSuffix(verb, "ing"):
		if titled {
			return name + ", " + verb
		}
		return name + " " + verb
	}
	return name
}

// through is who quotes the holder, where its name does not say so.
func (it *item) through() string {
	if len(it.Via) == 0 || it.Source.Kind == facts.KindReports {
		return ""
	}
	via := it.Via[0]
	if strings.Contains(strings.ToLower(it.Source.Name), strings.ToLower(via)) {
		return ""
	}
	return person(via)
}

// day is when an item was said, where the report tells the day; else, where several
// reports are in play, the day of the report.
func (r *reply) day(it *item) string {
	own := it.Source.Kind == facts.KindReport || it.Source.Name == ""
	if isDay(it.Said) && !own && (len(r.c.docs) > 1 || it.Said != it.doc.Published) {
		return r.dayWords(it.Said)
	}
	if len(r.c.docs) < 2 || !isDay(it.doc.Published) {
		return ""
	}
	return r.dayWords(it.doc.Published) + " report"
}

func isDay(edtf string) bool {
	_, err := time.Parse(time.DateOnly, edtf)
	return err == nil
}

// dayWords writes a day, with its year where the reports are not all of one.
func (r *reply) dayWords(edtf string) string {
	day, err := time.Parse(time.DateOnly, edtf)
	differs := func(d *source) bool { return d.Published != "" && !strings.HasPrefix(d.Published, edtf[:len("2024")]) }
	if err != nil || slices.ContainsFunc(r.c.docs, differs) {
		return facts.FormatDay(edtf)
	}
	return day.Format("2 Jan")
}

// dayOf is the day by which items are told newer from older: said, else published.
func (it *item) dayOf() string {
	if isDay(it.Said) {
		return it.Said
	}
	return it.doc.Published
}

// introduce notes that a line has named a holder in full.
func (r *reply) introduce(src facts.Source) {
	name := person(src.Name)
	if r.named == nil {
		r.named = map[string]bool{}
	}
	r.named[name] = true
}
