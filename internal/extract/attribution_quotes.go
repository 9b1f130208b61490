package extract

import "sort"

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
			out = append(out, Mark{Start: open, End: i + 1})
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
	written := d.runeAt(i)
	if written == '“' || written == '„' {
		return true
	}
	if i+2 < len(d.norm) && d.norm[i+1] == zeroWidth { // two single marks
		return !isBlank(d.norm[i+2]) && (i == 0 || !isLetter(d.norm[i-1]) && d.norm[i-1] != '.' && d.norm[i-1] != ',')
	}
	return written != '”' && i+1 < len(d.norm) && !isBlank(d.norm[i+1]) && d.norm[i+1] != ',' && d.norm[i+1] != '.' &&
		(i == 0 || !isLetter(d.norm[i-1]) && !isDigit(d.norm[i-1]) && d.norm[i-1] != '.' && d.norm[i-1] != ',')
}

// closes reports whether the mark at i can close one: it stands right behind a
// word or its punctuation.
func closes(d *document, i int) bool {
	written := d.runeAt(i)
	return written == '”' || written != '“' && i > 0 && (!isBlank(d.norm[i-1]) || d.norm[i-1] == zeroWidth)
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
	return appendQuoted(make([]int, 0, len(ws)), ws, quotes)
}

// appendQuoted adds what quotedWords says to in: words and quotations go on side by
// side.
func appendQuoted(in []int, ws []word, quotes []Mark) []int {
	if len(ws) == 0 {
		return in
	}
	k := sort.Search(len(quotes), func(k int) bool { return quotes[k].End > ws[0].start })
	for i := range ws {
		for k < len(quotes) && quotes[k].End <= ws[i].start {
			k++
		}
		if k < len(quotes) && quotes[k].Start <= ws[i].start {
			in = append(in, k)
		} else {
			in = append(in, -1)
		}
	}
	return in
}
