package facts

import "testing"

func TestCompare(t *testing.T) {
	amount := func(text, bound string, n float64) *Value {
		return &Value{Text: text, Amount: &n, Bound: bound, Unit: "person"}
	}
	between := func(text string, low, high float64) *Value {
		return &Value{Text: text, Low: &low, High: &high, Bound: BoundExact, Unit: "person"}
	}
	fact := func(measure, place, source string, v *Value) Fact {
		return Fact{Measure: measure, Place: place, Source: Source{Name: source}, Value: v, Factuality: Probable}
	}
	about := amount("about 2,500", BoundApprox, 2500)
	base := fact("troops", "Russia", "officials", about)
	percent := amount("about 2,500", BoundApprox, 2500)
	percent.Unit = "percent"
	rise := amount("about 2,500", BoundApprox, 2500)
	rise.Change = "up"
	none := fact("troops", "Russia", "officials", &Value{Text: "none reported", Bound: BoundNone, Unit: "person"})
	sure := base
	sure.Factuality = Certain
	tests := []struct {
		name         string
		older, newer Fact
		want         string
	}{
		{"more", base, fact("troops", "Russia", "officials", amount("about 3,000", BoundApprox, 3000)), FlagUp},
		{"fewer", base, fact("troops", "Russia", "officials", amount("about 2,000", BoundApprox, 2000)), FlagDown},
		{"same", base, fact("troops", "Russia", "officials", amount("About  2,500", BoundApprox, 2500)), FlagNoChange},
		{"other hedge word", base, fact("troops", "Russia", "officials", amount("some 2,500", BoundApprox, 2500)), FlagReworded},
		{"other bound", base, fact("troops", "Russia", "officials", amount("at least 2,500", BoundMin, 2500)), FlagReworded},
		{"more sure", base, sure, FlagReworded},
		{"other bound and amount", base, fact("troops", "Russia", "officials", amount("at least 3,000", BoundMin, 3000)), FlagReworded},
		{"floor above a count", fact("m", "", "s", amount("12", BoundExact, 12)), fact("m", "", "s", amount("at least 15", BoundMin, 15)), FlagUp},
		{"count above a floor", fact("m", "", "s", amount("at least 12", BoundMin, 12)), fact("m", "", "s", amount("15", BoundExact, 15)), FlagReworded},
		{"count below a floor", fact("m", "", "s", amount("at least 12", BoundMin, 12)), fact("m", "", "s", amount("9", BoundExact, 9)), FlagDown},
		{"count above a ceiling", fact("m", "", "s", amount("up to 12", BoundMax, 12)), fact("m", "", "s", amount("15", BoundExact, 15)), FlagUp},
		{"other source", base, fact("troops", "Russia", "Kirby", about), FlagDiffers},
		{"other place", base, fact("troops", "Kursk", "officials", about), FlagNotComparable},
		{"equal digits, other measure", base, fact("training", "Russia", "officials", about), FlagNotComparable},
		{"no measure", fact("", "", "x", nil), fact("", "", "x", nil), FlagNotComparable},
		{"other unit", base, fact("troops", "Russia", "officials", percent), FlagNotComparable},
		{"total against rise", base, fact("troops", "Russia", "officials", rise), FlagNotComparable},
		{"number against none", base, fact("troops", "Russia", "officials", nil), FlagNotComparable},
		{"absence against number", none, base, FlagNotComparable},
		{"absence again", none, none, FlagNoChange},
		{"both without a number", fact("denial", "", "Russia", nil), fact("denial", "", "Russia", nil), FlagNoChange},
		{"range up", fact("m", "", "s", between("2 to 3", 2, 3)), fact("m", "", "s", between("2 to 4", 2, 4)), FlagUp},
		{"range down", fact("m", "", "s", between("2 to 4", 2, 4)), fact("m", "", "s", between("1 to 3", 1, 3)), FlagDown},
		{"range wider", fact("m", "", "s", between("2 to 3", 2, 3)), fact("m", "", "s", between("1 to 4", 1, 4)), FlagNotComparable},
		{"range against number", fact("m", "", "s", between("2 to 3", 2, 3)), fact("m", "", "s", amount("4", BoundExact, 4)), FlagNotComparable},
	}
	for _, tt := range tests {
		if got := Compare(tt.older, tt.newer); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
