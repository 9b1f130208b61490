package store

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/internal/facts"
)

func TestPlacesComeBack(t *testing.T) {
	want := map[int64][]place{
		blockSize + 1: {{blockSize + 1, 0, false}, {blockSize + 1, 3, true}},
		blockSize + 9: {{blockSize + 9, 200, true}, {blockSize + 9, 70_000, false}},
	}
	row := placesRow{block: 1}
	for _, report := range []int64{blockSize + 1, blockSize + 9} {
		row.data = appendPlaces(row.data, report, want[report])
	}
	got := map[int64][]place{}
	row.eachReport(func(report int64, steps []byte) {
		eachPlace(steps, func(s int32, figure bool) { got[report] = append(got[report], place{report, s, figure}) })
	})
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(place{})); diff != "" {
		t.Error(diff)
	}
}

// Damaged bytes are read as far as they go, and never beyond.
func FuzzPlaces(f *testing.F) {
	f.Add(appendPlaces(nil, 5, []place{{5, 1, true}, {5, 2, false}}))
	f.Add([]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255})
	f.Add([]byte{1, 200, 1, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		placesRow{data: data}.eachReport(func(report int64, steps []byte) {
			if report < 0 || report >= blockSize {
				t.Errorf("report %d of a block", report)
			}
			eachPlace(steps, func(int32, bool) {})
		})
		known := &catalogue{}
		known.read(placesRow{data: data}, func(int64, listed) bool { return true })
		dropListed(data, 1)
	})
}

func TestOrdinal(t *testing.T) {
	days := []string{"", "2023", "2023-12", "2023-12-31", "2024", "2024-01-09", "2024-01-10", "2024-01-99", "2024-99-99", "9999-99-99"}
	var got []int32
	for _, day := range days {
		got = append(got, ordinal(day))
	}
	if !slices.IsSorted(got) || len(slices.Compact(got)) != len(days) {
		t.Errorf("the order of days is lost: %d", got)
	}
}

// A search among many hands over the sentences that hold terms or stand beside such, those beside
// them and the first, and the facts of the former.
func TestFindHandsOverParts(t *testing.T) {
	s := open(t, "")
	d := report("a", "2024-10-23", "The port opened. It is old. Rain fell. A crane fell on two ships. Nobody was hurt. It snowed. It froze.")
	d.Report.Sentences = nil
	for i, span := range [][2]int{{0, 16}, {17, 27}, {28, 38}, {39, 65}, {66, 82}, {83, 93}, {94, 103}} {
		d.Report.Sentences = append(d.Report.Sentences, facts.Sentence{S: i + 1, Start: span[0], End: span[1]})
	}
	d.Facts[0].Quote = facts.Quote{S: 4, Start: 39, End: 64, Exact: "A crane fell on two ships"}
	save(t, s, d, report("b", "2024-10-22", "Two ships left port."), report("c", "2024-10-21", "A port has cranes."))
	docs, err := s.Find(t.Context(), Search{Terms: []string{"crane"}, Limit: 1})
	if err != nil || len(docs) != 1 {
		t.Fatal(docs, err)
	}
	got := docs[0]
	if got.Report.ID != "a" || got.Report.Text != "" || len(got.Facts) != 1 || got.Part.Sentences != 7 || got.Part.Counts[0] != 1 {
		t.Errorf("handed over %+v, %+v", got, got.Part)
	}
	want := map[int]string{1: "The port opened.", 2: "It is old.", 3: "Rain fell.", 4: "A crane fell on two ships.", 5: "Nobody was hurt.", 6: "It snowed."}
	if diff := cmp.Diff(want, got.Part.Texts); diff != "" {
		t.Error(diff)
	}
	whole, err := s.Find(t.Context(), Search{Terms: []string{"crane"}, Limit: 1, Whole: true})
	if err != nil || len(whole) != 1 || whole[0].Part != nil || whole[0].Report.Text != d.Report.Text {
		t.Errorf("not whole: %+v, %v", whole, err)
	}
}
