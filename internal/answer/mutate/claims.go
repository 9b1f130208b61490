package main

import (
	"regexp"
	"slices"
	"strings"
)

var inQuotes = regexp.MustCompile(`“[^”]+”`)

// unquoted calls edit with each stretch of what the line tells outside quotations.
func (l *line) unquoted(edit func(string) []string) []string {
	told, rest := l.told()
	last := 0
	var out []string
	take := func(from, to int) {
		for _, m := range edit(told[from:to]) {
			out = append(out, told[:from]+m+told[to:]+rest)
		}
	}
	for _, at := range inQuotes.FindAllStringIndex(told, -1) {
		take(last, at[0])
		last = at[1]
	}
	take(last, len(told))
	return out
}

func forecastFact(l *line) []string {
	return l.unquoted(func(s string) (out []string) {
		for _, w := range []string{"may", "might", "could", "expected to", "planned", "would", "will", "is set to", "are set to", "likely", "possibly", "reportedly", "allegedly", "alleged",
			"believed to be", "believed to", "estimated", "projected", "forecast", "suspected", "potential", "preliminary", "due to", "intends to", "plans to", "should", "can"} {
			out = append(out, replaced(s, w, "")...)
		}
		return append(out, swaps(s, [2]string{"will", "did"}, [2]string{"expected", "confirmed"}, [2]string{"could", "did"}, [2]string{"may", "did"}, [2]string{"would", "did"})...)
	})
}

func factForecast(l *line) []string {
	if l.fact == nil {
		return nil
	}
	told, rest := l.told()
	out := []string{l.with("an expected " + l.value), l.with("a projected " + l.value), l.with("possibly " + l.value), told + " expected" + rest, told + ", it is thought" + rest, l.with("a planned " + l.value)}
	for _, w := range []string{"have", "has", "were", "was", "are", "is"} {
		for _, m := range replaced(told, w, "may "+w) {
			out = append(out, m+rest)
		}
	}
	return out
}

func partTotal(l *line) []string {
	if l.fact == nil || strings.Contains(l.text, "“") {
		return nil
	}
	var out []string
	told, rest := l.told()
	if m := partOf.FindStringSubmatchIndex(told[min(len(told), l.at+len(l.value)):]); m != nil {
		at := l.at + len(l.value)
		out = append(out, told[:at]+" "+told[at+m[1]:]+rest)
	}
	// The predicate goes, or what narrows the noun.
	for _, p := range []string{l.fact.Value.Doing} {
		words := strings.Fields(p)
		if len(words) > 1 {
			if i := strings.Index(told, strings.Join(words[len(words)-2:], " ")); i > l.at {
				at := strings.Index(told[l.at:], firstOf(words))
				if at > 0 {
					out = append(out, strings.TrimSpace(told[:l.at+at])+rest)
				}
			}
		}
	}
	unit := strings.Fields(l.fact.Value.UnitText)
	if len(unit) > 1 && strings.Contains(told, l.fact.Value.UnitText) {
		out = append(out, strings.Replace(told, l.fact.Value.UnitText, unit[len(unit)-1], 1)+rest)
	}
	if i := strings.Index(told, " in "); i > l.at+len(l.value)+3 {
		out = append(out, told[:i]+rest)
	}
	return out
}

// firstOf is the first word of a predicate that no line leaves out.
func firstOf(words []string) string {
	for _, w := range words {
		if !slices.Contains([]string{"have", "has", "had", "is", "are", "was", "were", "been", "being", "be", "will"}, w) {
			return w
		}
	}
	return words[0]
}

var partOf = regexp.MustCompile(`^ of (?:the|its|their|these|those|all)\b(?: \d[\d,]*| [a-z]+)?`)

func totalOfAll(l *line) []string {
	if l.fact == nil {
		return nil
	}
	told, rest := l.told()
	return []string{l.with("all " + l.value), l.with("a total of " + l.value), told + " in all" + rest, told + " in total" + rest, l.with("most of the " + l.value), l.with("the last " + l.value), l.with("none of the " + l.value), told + " altogether" + rest, told + " nationwide" + rest, told + " worldwide" + rest}
}

func cumulativeNew(l *line) []string {
	if l.fact == nil {
		return nil
	}
	out := l.unquoted(func(s string) (out []string) {
		for _, w := range []string{"new", "more", "another", "additional", "other", "further", "extra", "total", "cumulative"} {
			out = append(out, replaced(s, w, "")...)
		}
		return out
	})
	for _, w := range []string{" new", " more", " additional", " further", " other"} {
		if !strings.Contains(l.text, w+" ") {
			out = append(out, l.with(l.value+w))
		}
	}
	return append(out, l.with("another "+l.value), l.with("a further "+l.value), l.with("an additional "+l.value))
}

func directionFlip(l *line) []string {
	text := strings.TrimSpace(strings.TrimSuffix(l.text, l.marks))
	out := swaps(text, [2]string{"rose", "fell"}, [2]string{"up", "down"}, [2]string{"increase", "decrease"}, [2]string{"increased", "decreased"}, [2]string{"higher", "lower"},
		[2]string{"more", "less"}, [2]string{"gained", "lost"}, [2]string{"rise", "fall"}, [2]string{"rising", "falling"}, [2]string{"above", "below"}, [2]string{"over", "under"},
		[2]string{"growth", "decline"}, [2]string{"grew", "shrank"}, [2]string{"highest", "lowest"}, [2]string{"won", "lost"}, [2]string{"gain", "loss"}, [2]string{"largest", "smallest"},
		[2]string{"jumped", "dropped"}, [2]string{"cut", "raised"}, [2]string{"before", "after"}, [2]string{"more than", "fewer than"}, [2]string{"killed", "saved"}, [2]string{"support", "oppose"})
	for i := range out {
		out[i] += " " + l.marks
	}
	if l.fact != nil {
		out = append(out, l.with("up "+l.value), l.with("down "+l.value), l.with("a rise to "+l.value), l.with("a drop of "+l.value))
	}
	return out
}

func negationAdded(l *line) []string {
	return l.unquoted(func(s string) (out []string) {
		for _, w := range []string{"has", "have", "is", "are", "was", "were", "will", "did", "can", "could", "would"} {
			out = append(out, replaced(s, w, w+" not")...)
		}
		if l.fact != nil {
			out = append(out, replaced(s, "already", "not")...)
			if i := strings.Index(strings.ToLower(s), strings.ToLower(l.value)); i >= 0 {
				out = append(out, s[:i]+"not "+s[i:], s[:i+len(l.value)]+" never"+s[i+len(l.value):], s[:i]+"no longer "+s[i:], s+" not", s[:i]+"it is false that "+s[i:])
			}
		}
		for _, w := range []string{"said", "says", "confirmed", "reported", "announced"} {
			out = append(out, replaced(s, w, "did not say")...)
			out = append(out, replaced(s, w, "denied")...)
		}
		return out
	})
}

func negationDropped(l *line) []string {
	told, rest := l.told()
	var out []string
	edit := func(s string) (out []string) {
		for _, w := range []string{"not", "no", "never", "without", "n't", "n’t"} {
			out = append(out, replaced(s, w, "")...)
		}
		out = append(out, replaced(s, "denied", "said")...)
		out = append(out, replaced(s, "denies", "says")...)
		out = append(out, replaced(s, "None", "Some")...)
		out = append(out, replaced(s, "no", "the")...)
		out = append(out, replaced(s, "declined to", "did")...)
		return append(out, replaced(s, "not", "now")...)
	}
	for _, m := range edit(told) {
		out = append(out, m+rest)
	}
	return out
}

// quotationAltered changes words between quotation marks.
func quotationAltered(l *line) []string {
	var out []string
	for _, at := range inQuotes.FindAllStringIndex(l.text, -1) {
		words := strings.Fields(l.text[at[0]:at[1]])
		for i := 1; i+1 < len(words); i += max(1, len(words)/5) {
			gone := slices.Delete(slices.Clone(words), i, i+1)
			other := slices.Clone(words)
			other[i], other[i+1] = other[i+1], other[i]
			added := slices.Insert(slices.Clone(words), i, "reportedly")
			for _, w := range [][]string{gone, other, added} {
				out = append(out, l.text[:at[0]]+strings.Join(w, " ")+l.text[at[1]:])
			}
		}
		out = append(out, l.text[:at[1]-len("”")]+" indeed”"+l.text[at[1]:])
	}
	return out
}

// quotationInvented puts marks around words that nobody said so.
func quotationInvented(l *line) []string {
	told, rest := l.told()
	if l.fact == nil || strings.Contains(told, "“") {
		return nil
	}
	return []string{"“" + told + "”" + rest, l.with(l.value + " “confirmed”"), l.with("“as many as " + l.value + "”")}
}

// citationSwapped points to sentences that do not carry the line.
func citationSwapped(l *line) []string {
	if l.fact == nil {
		return nil
	}
	text := strings.TrimSpace(strings.TrimSuffix(l.text, l.marks))
	out := []string{text + " [99]", text, text + " [0]"}
	for _, c := range l.others {
		if !strings.Contains(strings.ToLower(c.Sentence), strings.ToLower(l.value)) {
			out = append(out, text+" ["+itoa(c.N)+"]", text+" ["+itoa(c.N)+"]")
		}
	}
	return out
}
