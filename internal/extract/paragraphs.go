package extract

// A line of the text, trimmed.
type line struct {
	span
	apart bool // an empty line stands before it
}

// paragraphs cuts the text from start on at line ends and joins lines that only
// wrap.
func paragraphs(text []rune, start int) []span {
	lines := linesOf(text, start)
	width := wrapWidth(text, lines)
	var out []span
	for i, l := range lines {
		if i > 0 && !l.apart && wraps(text, lines[i-1].span, l.span, width) {
			out[len(out)-1].end = l.end
		} else {
			out = append(out, l.span)
		}
	}
	return out
}

func linesOf(text []rune, start int) []line {
	var out []line
	ends := 0 // line ends since the last line
	for start < len(text) {
		end := start
		for end < len(text) && text[end] != '\n' && text[end] != '\r' {
			end++
		}
		if s, e := trim(text, start, end); s < e {
			out = append(out, line{span{s, e}, ends > 1})
			ends = 0
		}
		if end < len(text) && (text[end] == '\n' || end+1 >= len(text) || text[end+1] != '\n') {
			ends++
		}
		start = end + 1
	}
	return out
}

const (
	// minWrapped is the shortest line that may wrap: a shorter one is a heading or
	// an item of a list.
	minWrapped = 40
	// narrow is the width of a column in which shorter lines wrap: those of a third of it.
	narrow = 60
	// maxWrapped is the longest line of a text broken at a fixed width.
	maxWrapped = 110
	// minOpen is how many lines must go on in such a text.
	minOpen = 2
	// lowerShare is the least share of them, one in so many, that go on with a small
	// letter. Where line ends end paragraphs hardly any does.
	lowerShare = 4
	// fullPercent is the least share of them behind which the next word had no room.
	fullPercent = 90
)

// wrapWidth returns the width at which a text is broken into lines, or 0 when its
// line ends end paragraphs.
func wrapWidth(text []rune, lines []line) int {
	width := 0
	for i := 1; i < len(lines); i++ {
		if before := lines[i-1].span; !lines[i].apart {
			width = max(width, before.end-before.start)
		}
	}
	if width > maxWrapped {
		return 0
	}
	open, lower, full := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		before, next := lines[i-1].span, lines[i].span
		if lines[i].apart || before.end-before.start < shortestIn(width) || endsLine(text, before) || isBullet(text[next.start]) {
			continue
		}
		open++
		if isLower(text[next.start]) {
			lower++
		}
		if !fits(text, before, next, width) {
			full++
		}
	}
	if open < minOpen || lower*lowerShare < open || full*100 < open*fullPercent {
		return 0
	}
	return width
}

// shortestIn is the shortest line that may wrap in a text broken at the width.
func shortestIn(width int) int {
	if width > 0 && width < narrow {
		return width / 3
	}
	return minWrapped
}

// fits reports whether the first word of next has room behind the line before.
func fits(text []rune, before, next span, width int) bool {
	word := next.start
	for word < next.end && !isBlank(text[word]) {
		word++
	}
	return before.end-before.start+1+word-next.start <= width
}

// wraps reports whether the line before goes on at next, on the very next line: a
// long one without an end goes on with a small letter; in a text broken at a
// width, one goes on when the first word of the next did not fit behind it.
func wraps(text []rune, before, next span, width int) bool {
	size := before.end - before.start
	if size < shortestIn(width) || isBullet(text[next.start]) {
		return false
	}
	if size >= minWrapped && isLower(text[next.start]) && !endsLine(text, before) {
		return true
	}
	return width > 0 && !fits(text, before, next, width)
}

// endsLine reports whether a mark that ends a sentence, a list's head or a
// quotation stands at the end of a line.
func endsLine(text []rune, l span) bool {
	switch text[l.end-1] {
	case '.', '!', '?', '…', ':', ';', '"', '”':
		return true
	}
	return false
}
