package facts

import (
	"strings"
	"testing"
	"time"
)

func TestParseEDTF(t *testing.T) {
	tests := []struct{ edtf, want string }{
		{"2024-10-23", "2024-10-23 2024-10-23"},
		{"2024-10-23T07:00:00Z", "2024-10-23 2024-10-23"},
		{"2024-10", "2024-10-01 2024-10-31"},
		{"2024-02", "2024-02-01 2024-02-29"},
		{"2024", "2024-01-01 2024-12-31"},
		{"199X", "1990-01-01 1999-12-31"},
		{"19XX", "1900-01-01 1999-12-31"},
		{"2024-24", "2024-12-01 2025-02-28"},
		{"2024-36", "2024-10-01 2024-12-31"},
		{"2024-10-23~", "2024-10-23 2024-10-23 ~"},
		{"2024?", "2024-01-01 2024-12-31 ?"},
		{"2024%", "2024-01-01 2024-12-31 ~ ?"},
		{"../2024-10-23", ".. 2024-10-23"},
		{"/2024-10-23", ".. 2024-10-23"},
		{"2024-05/..", "2024-05-01 .."},
		{"2024-10-09~/2024-10-23", "2024-10-09 2024-10-23 ~"},
		{"2024-05/2024-07", "2024-05-01 2024-07-31"},
	}
	for _, tt := range tests {
		p, err := ParseEDTF(tt.edtf)
		if got := showPeriod(p); err != nil || got != tt.want {
			t.Errorf("ParseEDTF(%q) = %s, %v, want %s", tt.edtf, got, err, tt.want)
		}
	}
}

func showPeriod(p Period) string {
	end := func(open bool, d time.Time) string {
		if open {
			return ".."
		}
		return d.Format("2006-01-02")
	}
	s := end(p.OpenStart, p.From) + " " + end(p.OpenEnd, p.To)
	if p.Approx {
		s += " ~"
	}
	if p.Uncertain {
		s += " ?"
	}
	return s
}

func TestParseEDTFRefuses(t *testing.T) {
	for _, s := range []string{"", "..", "../..", "/", "2024-13", "2024-00", "2024-02-30", "24-10-23", "October", "2024-10-23/2024-10-09",
		"2024-10-09/2024-10-23/2024", "+024", "XXXX", "2X24", "0000", "2024--1", "2024-10-23T25:00", "2024-10-23~~", "2024/x"} {
		if p, err := ParseEDTF(s); err == nil {
			t.Errorf("ParseEDTF(%q) = %v, want an error", s, p)
		} else if !strings.Contains(err.Error(), `date "`+s+`"`) {
			t.Errorf("ParseEDTF(%q): error %q does not name the date", s, err)
		}
	}
}

func TestFormatDay(t *testing.T) {
	tests := []struct{ edtf, want string }{
		{"", ""},
		{"soon", "soon"},
		{"2024-10-23", "23 Oct 2024"},
		{"2024-10", "Oct 2024"},
		{"2024", "2024"},
		{"199X", "1990s"},
		{"2024-21", "spring 2024"},
		{"2024-35", "third quarter of 2024"},
		{"2024-10-23~", "about 23 Oct 2024"},
		{"2024?", "2024 (uncertain)"},
		{"../2024-10-23", "on or before 23 Oct 2024"},
		{"2024-05/..", "from May 2024 on"},
		{"2024-10-09/2024-10-23", "9–23 Oct 2024"},
		{"2024-09-30/2024-10-23", "30 Sep – 23 Oct 2024"},
		{"2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"},
		{"2024-05/2024-10", "May–Oct 2024"},
		{"2020/2024", "2020–2024"},
		{"2024-10-23/2024-10-23", "23 Oct 2024"},
		{"2024-10-09~/2024-10-23", "from about 9 Oct 2024 to 23 Oct 2024"},
	}
	for _, tt := range tests {
		if got := FormatDay(tt.edtf); got != tt.want {
			t.Errorf("FormatDay(%q) = %q, want %q", tt.edtf, got, tt.want)
		}
	}
}

func TestPeriodContains(t *testing.T) {
	p, _ := ParseEDTF("../2024-10-23")
	day := time.Date(2024, 10, 23, 0, 0, 0, 0, time.UTC)
	if !p.Contains(day) || p.Contains(day.AddDate(0, 0, 1)) {
		t.Error("../2024-10-23 holds the 23rd and not the 24th")
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2024-10-23", "2024-10", "2024-36~", "../2024", "2024-10-09~/2024-10-23", "19XX"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParseEDTF(s)
		words := FormatDay(s)
		if err != nil {
			return
		}
		if !p.OpenStart && !p.OpenEnd && p.To.Before(p.From) {
			t.Errorf("%q runs backwards", s)
		}
		if words == "" {
			t.Errorf("%q has no words", s)
		}
	})
}
