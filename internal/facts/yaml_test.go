package facts

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// small is a whole document with its own text.
const small = `report:
  id: A1
  published: 2024-10-23
  text: "Ten men came. Police said so."
  sentences: [{s: 1, start: 0, end: 13}, {s: 2, start: 14, end: 29}]
facts:
- id: F01
  claim: Ten men came.
  measure: men_come
  value: {text: Ten, amount: 10, bound: exact, unit: person}
  factuality: CT+
  source: {name: Police, kind: government, text: Police, s: 2}
  cue: {text: said, s: 2}
  speech: indirect
  quote: {s: 1, exact: Ten men came}
`

func TestDecodeDocument(t *testing.T) {
	d, err := DecodeDocument([]byte(small), "small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Facts[0].Quote; got.Start != 0 || got.End != 12 {
		t.Errorf("the quote was not found in its sentence: %+v", got)
	}
	if d.Report.SHA256 != Digest(d.Report.Text) || d.Facts[0].Report != "A1" {
		t.Errorf("report %+v", d.Report)
	}
}

func TestDecodeDocumentFaults(t *testing.T) {
	edit := func(old, new string) string {
		if !strings.Contains(small, old) {
			t.Fatalf("no %q", old)
		}
		return strings.Replace(small, old, new, 1)
	}
	tests := []struct {
		name, yaml string
		want       []string // one part for each line of the error
	}{
		{"empty", "", []string{"f.yaml:1:1: the file is empty"}},
		{"syntax", "report: [", []string{"f.yaml:1:"}},
		{"list", "- a", []string{"f.yaml:1:1: want a mapping", `"report" is missing`, "neither text nor sha256"}},
		{"two documents", small + "---\n" + small, []string{"a second document"}},
		{"unknown keys", edit("  claim:", "  clam: x\n  claim:") + "more: 1\n",
			[]string{`f.yaml:8:3: unknown key "clam" in facts[0]`, `f.yaml:17:1: unknown key "more"`}},
		{"missing", edit("  measure: men_come\n", ""), []string{`f.yaml:7:3: "measure" is missing in facts[0]`}},
		{"wrong kinds", edit("amount: 10", "amount: ten"), []string{"f.yaml:10:30: want a number in facts[0].value.amount"}},
		{"not a mapping", edit("{text: said, s: 2}", "said"), []string{`f.yaml:13:8: want a mapping in facts[0].cue`, "", ""}},
		{"several refusals", strings.Replace(edit("factuality: CT+", "factuality: CT"), "speech: indirect", "speech: loud", 1),
			[]string{`f.yaml:11:3: F01: factuality "CT" is unknown`, `f.yaml:14:3: F01: speech "loud" is unknown`}},
		{"evidence", edit("exact: Ten men came", "exact: Ten women came"), []string{"f.yaml:15:17: F01: quote.exact"}},
		{"schema", "schema: fact/9\n" + small, []string{`schema "fact/9" is unknown`}},
		{"conflict", small + "conflicts: [{kind: contradiction, facts: [F01, F07]}]\n", []string{`f.yaml:16:14: conflict 1: "F07" is no fact`}},
		{"alias", edit("factuality: CT+", "factuality: *x"), []string{"alias *x has no anchor"}},
		{"no text", "report: {id: A1}\n", []string{"f.yaml:1:1: the report holds neither text nor sha256"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := DecodeDocument([]byte(tt.yaml), "f.yaml")
			if err == nil {
				t.Fatal("no error")
			}
			lines := strings.Split(err.Error(), "\n")
			if len(lines) != len(tt.want) {
				t.Fatalf("got %d lines, want %d:\n%v", len(lines), len(tt.want), err)
			}
			for i, want := range tt.want {
				if !strings.Contains(lines[i], want) || !strings.HasPrefix(lines[i], "f.yaml:") {
					t.Errorf("line %d is %q, want %q in it", i+1, lines[i], want)
				}
			}
		})
	}
}

func TestAnchorsStandForTheirNode(t *testing.T) {
	y := strings.Replace(small, "source: {name: Police", "source: &police {name: Police", 1)
	second := small[strings.Index(small, "- id:"):]
	second = strings.Replace(second, "F01", "F02", 1)
	second = strings.Replace(second, "{name: Police, kind: government, text: Police, s: 2}", "*police", 1)
	d, err := DecodeDocument([]byte(y+second), "f.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if d.Facts[1].Source != d.Facts[0].Source {
		t.Errorf("sources %+v and %+v", d.Facts[0].Source, d.Facts[1].Source)
	}
}

func TestCompleteProvesTheText(t *testing.T) {
	d, err := DecodeDocument(seedFacts, "facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if d.Report.Text != "" || d.Report.SHA256 == "" {
		t.Fatal("a file that names its text by sha256 comes without text")
	}
	if _, err := Complete(d, seedText+" "); err == nil || !strings.Contains(err.Error(), "sha256") {
		t.Errorf("another text: %v", err)
	}
	d.Conflicts[0].Facts = []string{"F99"}
	if _, err := Complete(d, seedText); err == nil || !strings.Contains(err.Error(), "F99") {
		t.Errorf("conflict of unknown facts: %v", err)
	}
}

func FuzzDecodeDocument(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("report: &a {id: *a}\nfacts: [*a]"))
	f.Add([]byte("a: !!x |\n  b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := DecodeDocument(data, "f.yaml")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f.yaml:") {
				t.Fatalf("error without a place: %v", err)
			}
			return
		}
		if d.Report.Text != "" && len(d.Report.Sentences) > 0 {
			if faults := Validate(d.Report, d.Facts); len(faults) > 0 {
				t.Fatalf("accepted, yet refused by Validate: %v", faults)
			}
		}
	})
}

func FuzzEncodeDocument(f *testing.F) {
	for _, s := range []string{"", " lead", "tail ", "a: b", "- x", "null", "true", "12", "0x1f", "~", "a\n\nb\n", "\ttab", "# c", "'", "\"", "|", "é – ’", "a\r\nb", "\u0085", "\u2028", "{x", "\x00", "\x7f", "&a", "*a", "? k", "%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // reports are UTF-8
		}
		d, err := Seed()
		if err != nil {
			t.Fatal(err)
		}
		d.Facts = d.Facts[:1]
		d.Conflicts = nil
		d.Facts[0].Note = s
		data, err := EncodeDocument(d)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeDocument(data, "f.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if got := back.Facts[0].Note; got != s {
			t.Fatalf("note %q came back as %q", s, got)
		}
	})
}
