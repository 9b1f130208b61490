package extract

// quotations finds the quoted passages of the body, marks included, in order.
// An opening mark without its closing one runs to the end of its paragraph, as
// printers set a quotation that goes on in the next.
func quotations(d *document) []Mark {
	var out []Mark
	open := -1
	for i := d.titleEnd; i < len(d.norm); i++ {
		switch r := d.norm[i]; {
		case r == '\n' && open >= 0:
			out = append(out, Mark{Start: open, End: i})
			open = -1
		case r != '"' && r != '“' && r != '”':
		case open < 0 && opens(d, i):
			open = i
		case open < 0:
		case opens(d, i) && !closes(d, i):
			out = append(out, Mark{Start: open, End: i})
			open = i
		case open >= 0:
			out = append(out, Mark{Start: open, End: d.markEnd(i)})
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, Mark{Start: open, End: len(d.norm)})
	}
	return out
}

// opens reports whether the mark at i can open a quotation: a straight mark does
// so only right before a word, lest one stray mark turn all that follow.
func opens(d *document, i int) bool {
	if d.runes[i] == '“' || d.runes[i] == '„' {
		return true
	}
	next := d.markEnd(i)
	return d.runes[i] != '”' && next < len(d.norm) && !isBlank(d.norm[next]) && d.norm[next] != ',' && d.norm[next] != '.' &&
		(i == 0 || !isLetter(d.norm[i-1]) && !isDigit(d.norm[i-1]) && d.norm[i-1] != '.' && d.norm[i-1] != ',')
}

// closes reports whether the mark at i can close one: it stands right behind a
// word or its punctuation.
func closes(d *document, i int) bool {
	return d.runes[i] == '”' || d.runes[i] != '“' && i > 0 && !isBlank(d.norm[i-1])
}

// inside reports whether the code point at is within one of the spans, and which.
func inside(spans []Mark, at int) int {
	lo, hi := 0, len(spans)
	for lo < hi {
		mid := (lo + hi) / 2
		if spans[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(spans) && spans[lo].Start <= at {
		return lo
	}
	return -1
}

// quotedWords says for each word which quotation it stands in; -1 for none.
func quotedWords(ws []word, quotes []Mark) []int {
	in := make([]int, len(ws))
	for i, w := range ws {
		in[i] = inside(quotes, w.start)
	}
	return in
}
