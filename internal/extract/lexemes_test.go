package extract

import "testing"

func TestLexiconFindsEveryFormAndNoOther(t *testing.T) {
	for form := range joinLexemes() {
		if x := lexemes.of(form); x == nil || x.form != form {
			t.Errorf("%q: found %v", form, x)
		}
		if strange := form + "qx"; lexemes.of(strange) != nil {
			t.Errorf("%q is in the lexicon", strange)
		}
	}
	if x := lexemes.of(""); x != nil {
		t.Errorf("nothing: found %v", x)
	}
}
