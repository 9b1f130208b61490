// Package load turns what somebody hands over (files, folders, streams) into the
// text of reports. It reads no meaning into a text beyond its title line, and
// stores no key.
package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/facts"
)

// MaxBytes is the most bytes that one report may have.
const MaxBytes = 50_000_000

// maxTitle is the most code points that a title line has.
const maxTitle = 150

// File reads a plain text file; see Text.
func File(path string) (facts.Report, error) {
	f, err := os.Open(path)
	if err != nil {
		return facts.Report{}, fmt.Errorf("load: %w", err)
	}
	defer f.Close()
	return Stream(path, f)
}

// Stream reads one plain text report to its end; see Text. Name is for messages.
func Stream(name string, r io.Reader) (facts.Report, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return facts.Report{}, fmt.Errorf("load: read %s: %w", name, err)
	}
	return Text(name, data)
}

// Input reads one report to its end, an HTML page or a plain text, whichever it
// is; see Page and Text. Name is for messages.
func Input(name string, r io.Reader) (facts.Report, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return facts.Report{}, fmt.Errorf("load: read %s: %w", name, err)
	}
	if !opensPage(data) {
		return Text(name, data)
	}
	a, err := Page(name, bytes.NewReader(data))
	if err != nil {
		return facts.Report{}, err
	}
	return a.Report(), nil
}

// sniffed is how many bytes tell whether something is a page.
const sniffed = 1024

// opensPage reports whether data begins as an HTML page does: with its type or an
// element of its frame, behind comments or a declaration of XML at most.
func opensPage(data []byte) bool {
	head := data[:min(len(data), sniffed)]
	head = bytes.ReplaceAll(head, []byte{0}, nil) // of UTF-16
	head = bytes.TrimLeft(head, "\xef\xbb\xbf\xff\xfe \t\r\n\f")
	start := strings.ToLower(string(head))
	for strings.HasPrefix(start, "<!--") || strings.HasPrefix(start, "<?xml") {
		_, rest, found := strings.Cut(start, ">")
		if !found {
			return strings.HasPrefix(start, "<!--")
		}
		start = strings.TrimLeft(rest, " \t\r\n\f")
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title"} {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	return false
}

// Text makes a report of a plain text. Its ID is the first 12 hex digits of the
// text's SHA-256, so that the same text is the same report. Its title is the
// first line when that is short, has no end punctuation and is followed by more;
// the line stays in the text. Line ends stay as they are; a leading byte order
// mark, which is no text, is dropped. Sentences are not set.
//
// It refuses what is empty, larger than MaxBytes, not UTF-8 or not text; the
// error names the file.
func Text(name string, data []byte) (facts.Report, error) {
	if len(data) > MaxBytes {
		return facts.Report{}, fmt.Errorf("%s: larger than %d MB, the most that one report may have", name, MaxBytes/1_000_000)
	}
	text, err := clean(data)
	if err != nil {
		return facts.Report{}, fmt.Errorf("%s: %w", name, err)
	}
	sum := hash(text)
	return facts.Report{ID: sum[:12], Title: title(text), Text: text, SHA256: sum, Read: facts.ReadRules}, nil
}

// clean returns data as a text, or says why it is none.
func clean(data []byte) (string, error) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if n := invalidAt(data); n >= 0 {
		if !hasUTF16Mark(data) && strings.IndexByte(text, 0) >= 0 {
			return "", errBinary
		}
		return "", fmt.Errorf("not UTF-8 at byte %d%s", n, hint(data))
	}
	return text, usable(text)
}

var (
	errEmpty  = errors.New("empty")
	errBinary = errors.New("not a text: it holds control characters")
)

// usable says why a text in UTF-8 cannot be a report, or nil.
func usable(text string) error {
	if strings.TrimSpace(text) == "" {
		return errEmpty
	}
	if binary(text) {
		return errBinary
	}
	return nil
}

// binary reports whether a text holds a NUL, or more control characters than a
// slip of a printer or a terminal log leaves in one.
func binary(text string) bool {
	controls, runes := 0, 0
	for _, r := range text {
		runes++
		if r == 0 {
			return true
		}
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r\u0085", r) {
			controls++
		}
	}
	return controls > 4 && controls*100 > runes
}

// invalidAt returns the offset of the first byte that is not UTF-8, or -1.
func invalidAt(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// hasUTF16Mark reports whether data begins like a file saved as UTF-16.
func hasUTF16Mark(data []byte) bool {
	return len(data) >= 2 && (data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff)
}

// hint says what a file that is not UTF-8 seems to be.
func hint(data []byte) string {
	if hasUTF16Mark(data) {
		return " (it looks like UTF-16; save it as UTF-8)"
	}
	return ""
}

// title returns the first line when it reads as a title, else "".
func title(text string) string {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimSpace(line)
	if line == "" || utf8.RuneCountInString(line) > maxTitle || strings.TrimSpace(rest) == "" {
		return ""
	}
	bare := strings.TrimRight(line, `"'”’»)]`)
	if end, _ := utf8.DecodeLastRuneInString(bare); strings.ContainsRune(".!?…:;,。！？", end) {
		return ""
	}
	if wrapped(rest) || halfSentence(line, rest) {
		return ""
	}
	return line
}

// Words behind which a sentence goes on: openEnds always, looseEnds hardly ever in
// a headline, so that the next line tells whether they do.
var (
	openEnds  = wordSet("a an the and or nor than its their our your my every")
	looseEnds = wordSet(`of to in on at for from with by into as but that which who whose because while although his her
		is are was were be been has have had will would can could may might must should said says about after before
		between against during under over through some any no`)
)

func wordSet(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// halfSentence reports whether a line ends in the middle of one: in a word that
// ends no headline, or, when the next line follows at once, in one that seldom does.
func halfSentence(line, rest string) bool {
	last := strings.ToLower(line[strings.LastIndexAny(line, " \t")+1:])
	next, _, _ := strings.Cut(rest, "\n")
	return openEnds[last] || looseEnds[last] && strings.TrimSpace(next) != ""
}

// wrapped reports whether the next line goes on in the middle of a sentence, as
// in a text broken at a fixed width: then the first line is no title.
func wrapped(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t"))
	return unicode.IsLower(r)
}

// hash returns the hex SHA-256 of a text's bytes.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
