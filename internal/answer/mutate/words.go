package main

import (
	"regexp"
	"strings"

	"sitrep/internal/facts"
)

var nameForm = regexp.MustCompile(`\p{Lu}[\p{L}\p{M}'’.-]+(?: (?:of |the )?\p{Lu}[\p{L}\p{M}'’.-]+)*`)

// names are the names of a text but for a word that opens it.
func names(text string) []string {
	var out []string
	for _, at := range nameForm.FindAllStringIndex(text, -1) {
		if at[0] > 0 && !strings.HasSuffix(text[:at[0]], "“") {
			out = append(out, strings.Trim(text[at[0]:at[1]], ".'’-"))
		}
	}
	return out
}

// toldText is the line up to its holder.
func (l *line) told() (told, rest string) {
	told, rest = parts(strings.TrimSpace(strings.TrimSuffix(l.text, l.marks)))
	return told, rest + " " + l.marks
}

func entitySwap(l *line) []string {
	told, rest := l.told()
	var out []string
	own := names(told)
	pool := []string{"Norhaven", "Estmark", "the Harbour Board"}
	for _, c := range l.ev.Cited {
		pool = append(pool, names(c.Sentence)...)
	}
	for _, a := range own {
		for _, b := range pool {
			if !strings.Contains(a, b) && !strings.Contains(b, a) {
				out = append(out, strings.Replace(told, a, b, 1)+rest)
			}
		}
		for _, b := range own { // both change places
			if i, j := strings.Index(told, a), strings.Index(told, b); i >= 0 && j > i+len(a) {
				out = append(out, told[:i]+b+told[i+len(a):j]+a+told[j+len(b):]+rest)
			}
		}
	}
	return out
}

func placeSwap(l *line) []string {
	told, rest := l.told()
	var out []string
	places := facts.Places()
	pool := []string{"Norway", "Chile", "Kenya"}
	for _, c := range l.ev.Cited {
		for _, m := range places.Find(c.Sentence) {
			pool = append(pool, c.Sentence[m.Start:m.End])
		}
	}
	for _, m := range places.Find(told) {
		for _, p := range pool {
			if !strings.EqualFold(p, told[m.Start:m.End]) {
				out = append(out, told[:m.Start]+p+told[m.End:]+rest)
			}
		}
	}
	if l.fact != nil {
		out = append(out, told+" in Norway"+rest)
	}
	return out
}

var (
	weekdays  = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	monthList = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	years     = regexp.MustCompile(`\b(1[5-9]|20)\d\d\b`)
)

func dateSwap(l *line) []string {
	text := strings.TrimSpace(strings.TrimSuffix(l.text, l.marks))
	var out []string
	for _, list := range [][]string{weekdays, monthList} {
		for i, d := range list {
			if strings.Contains(text, d) {
				out = append(out, strings.Replace(text, d, list[(i+1)%len(list)], 1)+" "+l.marks, strings.Replace(text, d, list[(i+3)%len(list)], 1)+" "+l.marks)
			}
		}
	}
	for _, at := range years.FindAllStringIndex(text, -1) {
		y := text[at[0]:at[1]]
		out = append(out, text[:at[0]]+y[:3]+string('1'+(y[3]-'0')%9)+text[at[1]:]+" "+l.marks)
	}
	out = append(out, swaps(text, [2]string{"last year", "this year"}, [2]string{"yesterday", "today"}, [2]string{"last week", "last month"}, [2]string{"before", "after"}, [2]string{"since", "until"})...)
	return out
}

func dateAdded(l *line) []string {
	if l.fact == nil {
		return nil
	}
	told, rest := l.told()
	return []string{told + " in 2019" + rest, told + " on Monday" + rest, told + " last year" + rest, told + " since January" + rest, "Today " + l.text, "As of 3 March 2020, " + l.text, told + " this week" + rest, told + " yesterday" + rest}
}

// thingSwap puts another noun of the sentence, or a foreign one, where the counted
// thing stands.
func thingSwap(l *line) []string {
	if l.fact == nil || l.fact.Value.UnitText == "" {
		return nil
	}
	thing := l.fact.Value.UnitText
	fields := strings.Fields(thing)
	head := fields[len(fields)-1]
	var out []string
	pool := []string{"boats", "patients", "schools"}
	for _, c := range l.cited {
		for _, f := range c.Facts {
			if f.Value != nil && f.Value.UnitText != "" && f.Value.UnitText != thing {
				pool = append(pool, f.Value.UnitText)
			}
		}
		words := strings.Fields(c.Sentence)
		for _, w := range words {
			if w = strings.Trim(w, ".,;:“”\"()"); len(w) > 4 && strings.HasSuffix(w, "s") {
				pool = append(pool, w)
			}
		}
	}
	told, rest := l.told()
	for _, p := range pool {
		if strings.EqualFold(p, head) {
			continue
		}
		for _, m := range replaced(told, head, p) {
			out = append(out, m+rest)
		}
	}
	return out
}

// holderNames are the names under which a line may give its holder.
func (l *line) holder() string {
	if l.fact == nil {
		return ""
	}
	name, _, _ := strings.Cut(l.fact.Source.Name, ",")
	if l.fact.Source.Kind == facts.KindReport || name == "" {
		return "the report itself"
	}
	if !strings.Contains(l.text, name) {
		parts := strings.Fields(name)
		name = parts[len(parts)-1]
	}
	return name
}

func holderSwap(l *line) []string {
	name := l.holder()
	at := strings.LastIndex(l.text, name)
	if name == "" || at < 0 {
		return nil
	}
	pool := []string{"Harbour officials", "Ingrid Solheim", "the finance ministry", "a spokesman"}
	for _, c := range l.ev.Cited {
		for _, f := range c.Facts {
			if other, _, _ := strings.Cut(f.Source.Name, ","); other != "" && !strings.Contains(name, other) && !strings.Contains(other, name) && f.Source.Kind != facts.KindReport {
				pool = append(pool, other)
			}
		}
		pool = append(pool, names(c.Sentence)...)
	}
	var out []string
	for _, p := range pool {
		if !strings.Contains(name, p) && !strings.Contains(p, name) {
			out = append(out, l.text[:at]+p+l.text[at+len(name):])
		}
	}
	return out
}

func holderDropped(l *line) []string {
	if l.fact == nil {
		return nil
	}
	told, _ := l.told()
	name := l.holder()
	out := []string{told + " " + l.marks}
	if at := strings.LastIndex(l.text, name); at >= 0 && name != "" {
		out = append(out, l.text[:at]+strings.TrimSpace(l.text[at+len(name):]))
	}
	return out
}

func holderAdded(l *line) []string {
	if l.fact == nil {
		return nil
	}
	text := strings.TrimSpace(strings.TrimSuffix(l.text, l.marks))
	out := []string{text + ", confirmed by the police " + l.marks, text + " and independent experts " + l.marks, "Officials agree: " + l.text, text + ", all sides " + l.marks}
	for _, c := range l.ev.Cited {
		for _, f := range c.Facts {
			if other, _, _ := strings.Cut(f.Source.Name, ","); f.Source.Kind != facts.KindReport && other != "" && !strings.Contains(l.text, other) {
				out = append(out, text+" and "+other+" "+l.marks, text+", "+other+" "+l.marks)
			}
		}
	}
	return out
}

func toReport(l *line) []string {
	name := l.holder()
	at := strings.LastIndex(l.text, name)
	if name == "" || at < 0 {
		return nil
	}
	if name == "the report itself" {
		return []string{l.text[:at] + "officials" + l.text[at+len(name):], l.text[:at] + "the government" + l.text[at+len(name):]}
	}
	return []string{l.text[:at] + "the report itself" + l.text[at+len(name):], l.text[:at] + "the reports" + l.text[at+len(name):]}
}

func verbInflated(l *line) []string {
	told, rest := l.told()
	out := swaps(rest, [2]string{"estimate", "confirmation"}, [2]string{"said", "confirmed"}, [2]string{"says", "proved"}, [2]string{"suggest", "confirm"}, [2]string{"claimed", "confirmed"},
		[2]string{"estimated", "established"}, [2]string{"reported", "proved"}, [2]string{"announced", "denied"}, [2]string{"believes", "knows"}, [2]string{"say", "deny"}, [2]string{"found", "guessed"})
	for i := range out {
		out[i] = told + out[i]
	}
	if name := l.holder(); name != "" && strings.Contains(rest, name) {
		for _, verb := range []string{"confirmed", "proved", "denied", "guaranteed"} {
			if !strings.Contains(rest, verb) {
				out = append(out, told+strings.Replace(rest, name, name+" "+verb, 1))
			}
		}
	}
	return out
}
