package extract

import "strings"

// personAt reads a person's name that begins at word i, with the title before it
// where one stands there: "Secretary of Defense Lloyd J. Austin III", "Mr. Austin".
func personAt(ws []word, i int) (run, string, bool) {
	if !ws[i].is(isCapital|isTitleWord) || !isName(ws, i) && !ws[i].is(isTitleWord) {
		return run{}, "", false
	}
	name, title := i, ""
	if end := titleEnd(ws, i); end > i {
		name = end
		title = strings.Join(texts(ws, run{i, end}), " ")
	}
	if _, polite := honorifics[lowerAt(ws, name)]; polite {
		name++
	}
	r := run{name, nameEnd(ws, name)}
	if r.empty() {
		return r, "", false
	}
	if r.to-r.from == 1 && name == i {
		_, polite := honorifics[lowerAt(ws, i-1)]
		return r, "", polite || title != ""
	}
	if regions[ws[r.from].lower] || isPlaceName(ws, r) {
		return run{}, "", false
	}
	for k := r.from; k < r.to; k++ {
		if orgWords[ws[k].lower] && k > r.from || governmentWords[ws[k].lower] {
			return run{}, "", false
		}
	}
	if r.to-r.from > 1 && placeNouns[strings.TrimSuffix(ws[r.to-1].lower, "'s")] {
		return run{}, "", false
	}
	if title == "" {
		title = titleAfter(ws, r.to)
	}
	return r, title, true
}

// titleEnd is where a title that begins at word i ends and a name follows; i
// when no title begins there.
func titleEnd(ws []word, i int) int {
	k, end := i, i
	for k < len(ws) && k < i+7 {
		l := ws[k].lower
		switch {
		case ws[k].is(isTitleWord) || ws[k].is(isHyphened) && titleWords[lastPart(l)]:
			k++
			if lowerAt(ws, k) == "of" || lowerAt(ws, k) == "for" {
				k = officeEnd(ws, k+1)
			}
			end = k
		case isName(ws, k) && titleAhead(ws, k+1), l == "vice" || l == "prime" || l == "deputy" || l == "former" || l == "acting":
			k++
		default:
			if end < len(ws) && isName(ws, end) {
				return end
			}
			return i
		}
	}
	if end < len(ws) && isName(ws, end) {
		return end
	}
	return i
}

func lastPart(l string) string { return l[strings.LastIndexByte(l, '-')+1:] }

// titleAhead reports whether a title word comes within three capitalised words.
func titleAhead(ws []word, k int) bool {
	for n := k; n < len(ws) && n < k+3; n++ {
		if ws[n].is(isTitleWord) {
			return true
		}
		if !isName(ws, n) {
			return false
		}
	}
	return false
}

func officeEnd(ws []word, k int) int {
	start := k
	for k < len(ws) && offices[ws[k].lower] {
		k++
	}
	if k == start && isName(ws, k) {
		k++
	}
	return k
}

// nameEnd is where the run of capitalised words that begins at k ends.
func nameEnd(ws []word, k int) int {
	for n := k; n < len(ws); n++ {
		if !isName(ws, n) && !(n > k && isName(ws, n+1) && namePrefixes[ws[n].lower]) || n > k && ws[n].is(isOpener|isFiniteHelper) {
			return n
		}
		if isPossessive(ws[n]) {
			return n + 1
		}
		if n+2 < len(ws) && ws[n+1].lower == "," && suffixWords[ws[n+2].lower] {
			return n + 3
		}
	}
	return len(ws)
}

// regions begin the names of places and peoples, not of persons.
var regions = wordSet("north south east west northern southern eastern western central new united saint great los san the")

// placeNouns end names of places, parties and the like, which are no persons.
var placeNouns = wordSet(`prison jail rally district river lake mountain mountains valley beach park stadium arena bridge tower square street
	avenue road island islands bay falls springs heights county city town village province region state states pass point port harbor harbour
	airport station plant mill dam canal coast desert forest ocean sea strait gulf peninsula democrats republicans democrat republican
	conservatives liberals voters award awards prize cup day week month year act bill`)

var namePrefixes = wordSet("de da di du van von der den bin ibn al el la le dos del ben ter abu")

// titleAfter reads ", the mayor of X," behind a name: the title up to the next comma.
func titleAfter(ws []word, k int) string {
	if lowerAt(ws, k) != "," {
		return ""
	}
	from := k + 1
	if l := lowerAt(ws, from); l == "the" || l == "a" || l == "an" {
		from++
	}
	for n := from; n < len(ws) && n < from+10; n++ {
		if ws[n].kind == wordMark && ws[n].lower != "'" || relatives[ws[n].lower] {
			r := run{from, n}
			if hasTitle(ws, r) {
				return joinWords(ws, r)
			}
			return ""
		}
	}
	return ""
}

func hasTitle(ws []word, r run) bool {
	for i := r.from; i < r.to && i < r.from+5; i++ {
		if ws[i].is(isTitleWord) {
			return true
		}
		if ws[i].is(isLink) || isFinite(ws, i) {
			return false
		}
	}
	return false
}

func joinWords(ws []word, r run) string { return strings.Join(texts(ws, r), " ") }

// nameText is a person's name without possessive.
func nameText(ws []word, r run) string {
	if r.to-r.from == 1 {
		return withoutPossessive(ws[r.from].text)
	}
	var b strings.Builder
	if !r.empty() {
		b.Grow(ws[r.to-1].end - ws[r.from].start + r.to - r.from)
	}
	for i := r.from; i < r.to; i++ {
		if i > r.from && ws[i].kind != wordMark {
			b.WriteByte(' ')
		}
		b.WriteString(withoutPossessive(ws[i].text))
	}
	return b.String()
}

func withoutPossessive(s string) string {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	return strings.TrimSuffix(strings.TrimSuffix(s, "'"), "’")
}

// surname is the last part of a name that is no suffix, lower case.
func surname(ws []word, r run) string {
	for i := r.to - 1; i >= r.from; i-- {
		if ws[i].kind == wordPlain && !suffixWords[ws[i].lower] {
			return strings.ToLower(withoutPossessive(ws[i].text))
		}
	}
	return ""
}

// personIn is the person that a source phrase names: a title and a name, or a
// name at its beginning. Brackets and appositions are left out.
func personIn(ws []word, r run) (run, string, bool) {
	i := r.from
	if lowerAt(ws, i) == "the" || lowerAt(ws, i) == "a" || lowerAt(ws, i) == "an" {
		i++
	}
	for k := i; k < r.to && k < i+6; k++ {
		if ws[k].is(isLink) && ws[k].lower != "of" || ws[k].kind == wordMark && !isMark(ws[k], "'") {
			break
		}
		if ws[k].is(isTitleWord) || isHonorific(ws[k].lower) {
			if p, title, ok := personFrom(ws, i, k); ok && p.to <= r.to {
				return p, title, true
			}
		}
	}
	if i < r.to && isName(ws, i) {
		p := run{i, min(nameEnd(ws, i), r.to)}
		if regions[ws[p.from].lower] {
			return run{}, "", false
		}
		for k := p.from; k < p.to; k++ {
			if orgWords[ws[k].lower] || governmentWords[ws[k].lower] {
				return run{}, "", false
			}
		}
		if p.to == r.to || p.to < r.to && (ws[p.to].kind == wordMark || relatives[ws[p.to].lower]) {
			if isPlaceName(ws, p) || p.to-p.from > 4 || allCapitals(ws, p) {
				return run{}, "", false
			}
			return p, titleAfter(ws, p.to), true
		}
	}
	return run{}, "", false
}

func isHonorific(l string) bool {
	_, ok := honorifics[l]
	return ok
}

// personFrom reads title and name where the title's phrase begins at i and a
// title word stands at k.
func personFrom(ws []word, i, k int) (run, string, bool) {
	if isHonorific(ws[k].lower) {
		p := run{k + 1, nameEnd(ws, k+1)}
		return p, "", !p.empty() && !isPossessive(ws[p.to-1])
	}
	end := titleEnd(ws, k)
	if end <= k {
		return run{}, "", false
	}
	p := run{end, nameEnd(ws, end)}
	return p, joinWords(ws, run{i, end}), !p.empty() && !isPossessive(ws[p.to-1])
}

func allCapitals(ws []word, r run) bool {
	return r.to-r.from == 1 && len(ws[r.from].text) > 1 && ws[r.from].text == strings.ToUpper(ws[r.from].text)
}
