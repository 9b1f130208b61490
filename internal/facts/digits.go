package facts

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A digitRun is a run of digits of any script, read as ASCII. Small runs are
// superscripts and subscripts: they never continue a run of the other size, so
// that a footnote mark does not lengthen the number before it.
type digitRun struct {
	digits string
	end    int // byte offset behind the run
	small  bool
}

// runAt reads the run of digits at byte i. Invisible format characters inside it
// are stepped over: they would otherwise split a number for us and not for a
// reader. With letters, capital and small O count as zero too.
func runAt(text string, i int, letters bool) digitRun {
	var b strings.Builder
	run := digitRun{end: i}
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		d, small, ok := digitOf(r)
		switch {
		case ok && (b.Len() == 0 || small == run.small):
			b.WriteString(d)
			run.small = small
			run.end = i + size
		case letters && isZeroLetter(r):
			b.WriteByte('0')
			run.end = i + size
		case b.Len() > 0 && unicode.Is(unicode.Cf, r):
		default:
			run.digits = b.String()
			return run
		}
		i += size
	}
	run.digits = b.String()
	return run
}

// digitOf returns the decimal digits that r stands for, and whether it is a
// superscript or subscript. Numbers that are letters, such as Roman numerals,
// and vulgar fractions are not digits.
func digitOf(r rune) (digits string, small, ok bool) {
	if r < utf8.RuneSelf {
		return string(r), false, r >= '0' && r <= '9'
	}
	if unicode.Is(unicode.Nd, r) {
		return string(rune('0' + decimal(r))), false, true
	}
	if !unicode.Is(unicode.No, r) {
		return "", false, false
	}
	plain := strings.Trim(norm.NFKC.String(string(r)), "().,")
	if plain == "" || strings.Trim(plain, "0123456789") != "" {
		return "", false, false
	}
	return plain, isSmall(r), true
}

// decimal returns the value of a decimal digit. Unicode lays out the digits of
// every script as ten in a row, and the tables hold whole such rows.
func decimal(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	return 0
}

func isSmall(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r >= '⁰' && r <= '₉'
}

// isZeroLetter knows the letters that print like a zero, in three scripts.
func isZeroLetter(r rune) bool {
	return strings.ContainsRune("OoОоΟο", r)
}

// fractionAt reads a vulgar fraction character such as ½ at byte i.
func fractionAt(text string, i int) (value float64, end int, ok bool) {
	r, size := utf8.DecodeRuneInString(text[i:])
	if !unicode.Is(unicode.No, r) {
		return 0, i, false
	}
	top, bottom, found := strings.Cut(norm.NFKC.String(string(r)), "\u2044")
	t, errT := strconv.Atoi(top)
	b, errB := strconv.Atoi(bottom)
	if !found || errT != nil || errB != nil || b == 0 {
		return 0, i, false
	}
	return float64(t) / float64(b), i + size, true
}

// numberAt reads one number in digits at byte i, with its group separators,
// decimals and a fraction character behind it. months says that a plain space
// must not join groups, because the number in front may be a day.
func numberAt(text string, i int, months bool) (value float64, end int, ok bool) {
	if v, e, ok := fractionAt(text, i); ok {
		return v, e, true
	}
	digits, end := integerAt(text, i, months)
	if digits == "" {
		return 0, i, false
	}
	if tail, e := decimalsAt(text, end); tail != "" && !afterPoint(text, i) {
		digits, end = digits+"."+tail, e
	}
	value, _ = strconv.ParseFloat(digits, 64) // out of range gives an infinity, which is capped
	value = math.Min(value, math.MaxFloat64)
	if end < len(text) {
		if v, e, ok := fractionAt(text, end); ok {
			return value + v, e, true
		}
	}
	return value, end, true
}

// integerAt reads digits and the groups that continue them: 12,000, 12'000,
// 12 000, 1.500.000 and the Indian 1,50,000.
func integerAt(text string, i int, months bool) (digits string, end int) {
	first := runAt(text, i, false)
	if first.digits == "" {
		return "", i
	}
	if first.small {
		return first.digits, first.end
	}
	first = withZeroLetters(text, i, first)
	if len(first.digits) > 3 {
		return first.digits, first.end
	}
	for _, sep := range []string{",", "'", " ", "."} {
		if sep == " " && (months || strings.Trim(first.digits, "0") == "") {
			continue
		}
		groups, e := groupsAt(text, first.end, sep)
		if joins(len(first.digits), groups, sep) {
			return first.digits + strings.Join(groups, ""), e
		}
	}
	return first.digits, first.end
}

// withZeroLetters extends a run by letters that pose as zeros, if nothing but
// digits and such letters is left up to the end of the word.
func withZeroLetters(text string, i int, run digitRun) digitRun {
	long := runAt(text, i, true)
	if long.end > run.end && !letterAt(text, long.end) {
		return long
	}
	return run
}

// groupsAt reads the runs that follow byte i, each behind one separator sep.
func groupsAt(text string, i int, sep string) (groups []string, end int) {
	end = i
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if separator(r) != sep {
			break
		}
		run := runAt(text, end+size, true)
		if run.digits == "" || run.small || letterAt(text, run.end) && strings.Trim(run.digits, "0") == "" {
			break
		}
		if len(run.digits) > 3 || len(run.digits) < 2 {
			return nil, i // a list or a date, not groups
		}
		groups, end = append(groups, run.digits), run.end
	}
	return groups, end
}

// joins says whether groups behind a first run of n digits make one number.
func joins(n int, groups []string, sep string) bool {
	if len(groups) == 0 || sep == "." && len(groups) < 2 {
		return false
	}
	last := len(groups) - 1
	pairs := sep == "," && n <= 2 && last > 0 // Indian: pairs, then three
	for i, g := range groups {
		if len(g) == 3 && i < last {
			pairs = false
		}
		if len(g) != 3 && (i == last || !pairs) {
			return false
		}
	}
	return true
}

// separator returns the class of a group separator, or "".
func separator(r rune) string {
	switch r {
	case ',', '，', '٬':
		return ","
	case '\'', '’':
		return "'"
	case ' ', '\u00a0', '\u202f', '\u2009', '\u2007':
		return " "
	case '.', '．', '٫':
		return "."
	}
	return ""
}

// decimalsAt reads decimals behind byte i. Two points in a row, as in a date or
// a version, are no decimals.
func decimalsAt(text string, i int) (digits string, end int) {
	if i >= len(text) {
		return "", i
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if separator(r) != "." {
		return "", i
	}
	run := runAt(text, i+size, false)
	if run.digits == "" || run.small {
		return "", i
	}
	if run.end < len(text) {
		next, n := utf8.DecodeRuneInString(text[run.end:])
		if separator(next) == "." && runAt(text, run.end+n, false).digits != "" {
			return "", i
		}
	}
	return run.digits, run.end
}

// afterPoint says that byte i follows a digit and a point: the middle of a date.
func afterPoint(text string, i int) bool {
	return i >= 2 && text[i-1] == '.' && text[i-2] >= '0' && text[i-2] <= '9'
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}
