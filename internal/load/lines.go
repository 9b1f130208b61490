package load

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"sitrep/internal/facts"
)

// maxLine is the most bytes of one JSON line: the text of a report, with room
// for what JSON writes with a backslash.
const maxLine = 2 * MaxBytes

// A Line is one line of JSON Lines input: a report, or what is wrong with it.
type Line struct {
	N      int          // number of the line, from 1
	ID     string       // the report's id; empty when it could not be read
	Report facts.Report // set when Err is nil
	Err    error        // names the line and the id
}

// Lines reads reports as JSON Lines: fields id and text, and where known title,
// published, url and publisher; other fields are left alone. Each line that is
// not blank goes to each, in order, a bad one with its error. Lines stops at the
// end, at an error of each, or when r cannot be read.
func Lines(r io.Reader, each func(Line) error) error {
	return lines(r, maxLine, each)
}

// lines is Lines with a limit for one line.
func lines(r io.Reader, limit int, each func(Line) error) error {
	br := bufio.NewReaderSize(r, 64<<10)
	for n := 1; ; n++ {
		raw, err := readLine(br, limit)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errTooLong) {
			return fmt.Errorf("load: read line %d: %w", n, err)
		}
		if n == 1 {
			raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(raw)) > 0 {
			if stop := each(parseLine(n, raw, errors.Is(err, errTooLong))); stop != nil {
				return stop
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
	}
}

var errTooLong = fmt.Errorf("longer than %d MB", maxLine/1_000_000)

// readLine reads to the next newline or the end, which comes as io.EOF. Of a line
// longer than limit it returns the beginning and errTooLong, with io.EOF if it was
// the last, and reads past the rest.
func readLine(br *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := br.ReadSlice('\n')
		if room := limit - len(line); len(part) > room {
			part, long = part[:room], true
		}
		line = append(line, part...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			err = errors.Join(errTooLong, err)
		}
		return line, err
	}
}

// parseLine reads one line; one that was cut is an error.
func parseLine(n int, raw []byte, cut bool) Line {
	l := Line{N: n}
	err := errTooLong
	if !cut {
		l.Report, err = parseReport(raw)
	}
	l.ID = l.Report.ID
	if err == nil {
		return l
	}
	if l.ID == "" {
		l.ID = findID(raw)
	}
	l.Report = facts.Report{}
	where := fmt.Sprintf("line %d", n)
	if l.ID != "" {
		where += fmt.Sprintf(" (id %q)", l.ID)
	}
	l.Err = fmt.Errorf("%s: %w", where, err)
	return l
}

// parseReport reads one JSON object. On an error the report holds what was read.
func parseReport(raw []byte) (facts.Report, error) {
	var r facts.Report
	if at := invalidAt(raw); at >= 0 {
		return r, fmt.Errorf("not UTF-8 at byte %d", at)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		var other *json.UnmarshalTypeError
		if errors.As(err, &other) {
			return r, errors.New("not a JSON object")
		}
		return r, fmt.Errorf("not a JSON object: %w", err)
	}
	for _, f := range []struct {
		name string
		into *string
	}{
		{"id", &r.ID}, {"title", &r.Title}, {"published", &r.Published},
		{"url", &r.URL}, {"publisher", &r.Publisher}, {"text", &r.Text},
	} {
		value, ok := fields[f.name]
		if !ok {
			continue
		}
		if err := json.Unmarshal(value, f.into); err != nil {
			return r, fmt.Errorf("%s must be a text", f.name)
		}
	}
	return r, complete(&r)
}

// complete checks the fields and sets those that follow from them.
func complete(r *facts.Report) error {
	switch {
	case strings.TrimSpace(r.ID) == "":
		return errors.New("id is missing")
	case strings.ContainsFunc(r.ID, unicode.IsControl):
		return errors.New("id holds control characters")
	case r.Text == "":
		return errors.New("text is missing")
	case len(r.Text) > MaxBytes:
		return fmt.Errorf("text is larger than %d MB", MaxBytes/1_000_000)
	}
	if strings.TrimSpace(r.Text) == "" {
		return fmt.Errorf("text: %w", errEmpty)
	}
	// Who writes JSON has said that this is text; only NUL cannot be kept everywhere. One code point
	// stands for one, so offsets hold.
	r.Text = strings.ReplaceAll(r.Text, "\x00", "\ufffd")
	if r.Published != "" {
		day, err := published(r.Published)
		if err != nil {
			return err
		}
		r.Published, r.PublishedBasis = day, facts.BasisSupplied
	}
	r.SHA256 = hash(r.Text)
	r.Read = facts.ReadRules
	return nil
}

// published returns a date as EDTF: a day, month or year stays as it is; of a full
// timestamp the day is kept, in its own zone.
func published(s string) (string, error) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), nil
		}
	}
	if strings.ContainsAny(s, "/T") { // a report comes out at one time, not over several
		return "", fmt.Errorf("published %q is not a date such as 2024-10-23", s)
	}
	if _, err := facts.ParseEDTF(s); err != nil {
		return "", fmt.Errorf("published %q is not a date such as 2024-10-23", s)
	}
	return s, nil
}

// findID looks for the id in a line that cannot be read whole, so that its error
// still says which report it is. It returns "" when there is none before the
// broken place.
func findID(raw []byte) string {
	d := json.NewDecoder(bytes.NewReader(raw))
	depth, key := 0, false
	for name := ""; ; {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		if delim, ok := t.(json.Delim); ok {
			if delim == '{' || delim == '[' {
				depth++
			} else {
				depth--
			}
			key = depth == 1
			continue
		}
		if depth != 1 {
			continue
		}
		text, isText := t.(string)
		if key {
			name, key = text, false
			continue
		}
		if name == "id" && isText && !strings.ContainsFunc(text, unicode.IsControl) {
			return text
		}
		key = true
	}
}
