package facts

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"unicode/utf8"
)

// Digest returns the hex SHA-256 of text's UTF-8 bytes (Report.SHA256).
func Digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Slice returns the code points [start,end) of text, and false where they do not
// lie inside it. For many slices of one text build an Index.
func Slice(text string, start, end int) (string, bool) {
	return NewIndex(text).Slice(start, end)
}

// indexStep is how many code points lie between two marks of an Index.
const indexStep = 64

// An Index finds code points in one text quickly: it keeps the byte offset of
// every 64th, which is little memory even for a long text.
type Index struct {
	text  string
	marks []int // byte offset of code point i*indexStep
	count int
}

// NewIndex reads text once and returns its index.
func NewIndex(text string) *Index {
	x := &Index{text: text}
	for i := range text {
		if x.count%indexStep == 0 {
			x.marks = append(x.marks, i)
		}
		x.count++
	}
	return x
}

// Len returns the number of code points of the text.
func (x *Index) Len() int {
	return x.count
}

// Byte returns the byte offset of code point n; n may be Len, which is the end of
// the text. It returns false outside the text.
func (x *Index) Byte(n int) (int, bool) {
	if n < 0 || n > x.count {
		return 0, false
	}
	if n == x.count {
		return len(x.text), true
	}
	i := x.marks[n/indexStep]
	for range n % indexStep {
		_, size := utf8.DecodeRuneInString(x.text[i:])
		i += size
	}
	return i, true
}

// CodePoint returns the number of code points that begin before byte i; i is held
// inside the text.
func (x *Index) CodePoint(i int) int {
	i = min(max(i, 0), len(x.text))
	mark := sort.SearchInts(x.marks, i+1) - 1
	if mark < 0 {
		return 0
	}
	return mark*indexStep + utf8.RuneCountInString(x.text[x.marks[mark]:i])
}

// Slice returns the code points [start,end) of the text, and false where they do
// not lie inside it.
func (x *Index) Slice(start, end int) (string, bool) {
	from, ok := x.Byte(start)
	to, okEnd := x.Byte(end)
	if !ok || !okEnd || from > to {
		return "", false
	}
	return x.text[from:to], true
}
