package facts

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func seedDocument(t *testing.T) Document {
	t.Helper()
	d, err := Seed()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSeed(t *testing.T) {
	d := seedDocument(t)
	if len(d.Facts) != 23 || len(d.Report.Sentences) != 16 || len(d.Conflicts) != 3 {
		t.Fatalf("got %d facts, %d sentences, %d conflicts", len(d.Facts), len(d.Report.Sentences), len(d.Conflicts))
	}
	r := d.Report
	if r.ID != "R1" || r.Published != "2024-10-23" || r.PublishedBasis != BasisSupplied || r.Read != ReadHand || !r.Loaded.IsZero() {
		t.Errorf("report %+v", r)
	}
	if len(r.Text) != 2528 || NewIndex(r.Text).Len() != 2516 {
		t.Errorf("the text has %d bytes and %d characters", len(r.Text), NewIndex(r.Text).Len())
	}
	for _, f := range d.Facts {
		if f.Report != "R1" || f.Read != ReadHand || !f.Firm || f.Status != StatusCurrent {
			t.Errorf("%s: report %q, read %q, firm %v, status %q", f.ID, f.Report, f.Read, f.Firm, f.Status)
		}
		if f.Value != nil && (f.Value.Of == "" || f.Value.UnitText == "") {
			t.Errorf("%s: a figure says what it counts", f.ID)
		}
	}
	if missed := Uncovered(r, d.Facts); len(missed) != 0 {
		t.Errorf("uncovered: %v", missed)
	}
}

func TestDocumentRoundTrips(t *testing.T) {
	d := seedDocument(t)
	d.Facts[0].Note = "a: b # c\n\n  \"quoted\" 'twice'\ttab – ü\n"
	d.Facts[1].Claim = "- 12"
	d.Facts[2].Note = "null"
	data, err := EncodeDocument(d)
	if err != nil {
		t.Fatal(err)
	}
	back, err := DecodeDocument(data, "round.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, back); diff != "" {
		t.Errorf("YAML round trip (-in +out):\n%s", diff)
	}
	plain, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var again Document
	if err := json.Unmarshal(plain, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, again); diff != "" {
		t.Errorf("JSON round trip (-in +out):\n%s", diff)
	}
}
