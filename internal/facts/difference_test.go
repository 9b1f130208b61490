package facts

import "testing"

func TestSameHolder(t *testing.T) {
	named := func(name string) Source { return Source{Name: name, Kind: KindNamed} }
	body := func(name string) Source { return Source{Name: name, Kind: KindGovernment} }
	officials := func(name string) Source { return Source{Name: name, Kind: KindOfficials} }
	tests := []struct {
		a, b Source
		want bool
	}{
		{named("Ingrid M. Voss, Harbour Minister"), named("Ingrid Voss"), true},
		{named("Mr. Voss"), named("Ingrid Voss, Harbour Minister"), true},
		{named("Ingrid Voss"), named("Peter Voss"), false},
		{named("Ingrid Voss"), named("Ingrid Lund"), false},
		{body("Norway's Ministry of Fisheries"), body("the Norwegian Ministry of Fisheries"), true},
		{body("the Kremlin"), body("Russia's Kremlin"), true},
		{body("the Kremlin"), body("Kremlin"), true},
		{body("the harbour agency"), body("the harbour agency"), false},
		{body("Norway's Ministry of Fisheries"), body("Sweden's Ministry of Fisheries"), false},
		{officials("hospital officials"), officials("hospital officials"), true},
		{officials("the officials"), officials("the officials"), false},
		{officials("American officials"), officials("U.S. officials"), false},
		{Source{Name: OwnVoice, Kind: KindReport}, Source{Name: OwnVoice, Kind: KindReport}, false},
	}
	for _, tt := range tests {
		if got := SameHolder(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: %v, want %v", tt.a.Name, tt.b.Name, got, tt.want)
		}
		if got := SameHolder(tt.b, tt.a); got != tt.want {
			t.Errorf("%s, %s: %v, want %v", tt.b.Name, tt.a.Name, got, tt.want)
		}
	}
}

func TestCompatible(t *testing.T) {
	value := func(bound string, n float64) *Value { return &Value{Amount: &n, Bound: bound, Unit: "person"} }
	tests := []struct {
		name           string
		a, b           *Value
		rounded, agree bool
	}{
		{"same", value(BoundExact, 40), value(BoundExact, 40), false, true},
		{"other", value(BoundExact, 40), value(BoundExact, 43), false, false},
		{"floor", value(BoundMin, 40), value(BoundExact, 43), false, true},
		{"below the floor", value(BoundMin, 40), value(BoundExact, 39), false, false},
		{"ceiling", value(BoundMax, 40), value(BoundExact, 39), false, true},
		{"rounded", value(BoundExact, 3.2e6), value(BoundExact, 3184000), true, true},
		{"too far to be rounded", value(BoundExact, 3000), value(BoundExact, 2500), false, false},
		{"small counts are not rounded", value(BoundExact, 100), value(BoundExact, 104), false, false},
		{"about", value(BoundApprox, 100), value(BoundExact, 104), true, true},
	}
	for _, tt := range tests {
		if got := Rounded(tt.a, tt.b); got != tt.rounded {
			t.Errorf("%s: rounded %v", tt.name, got)
		}
		if got := Compatible(tt.a, tt.b); got != tt.agree || Compatible(tt.b, tt.a) != got {
			t.Errorf("%s: compatible %v", tt.name, got)
		}
	}
}
