package llm

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sitrep/internal/facts"
)

// A Line is a sentence with the words of the facts in it, and their ids.
type Line struct {
	Text  string
	Facts []string
}

// Fill puts the words of the facts where the placeholders stand. It returns the
// lines of the sentences that hold nothing but plain words and known placeholders;
// the error joins why the others were dropped, and is nil when none was. A line is
// not yet proven: it has to pass the same gate as every answer.
func Fill(sentences []Sentence, given []Given) ([]Line, error) {
	known := map[string]Given{}
	for _, g := range given {
		known[g.ID] = g
	}
	var lines []Line
	var dropped []error
	for i, s := range sentences {
		line, err := fill(s, known)
		if err != nil {
			dropped = append(dropped, fmt.Errorf("llm: sentence %d dropped: %w", i+1, err))
			continue
		}
		lines = append(lines, line)
	}
	return lines, errors.Join(dropped...)
}

// placeholder is {{F12.value}}, with any spaces inside.
var placeholder = regexp.MustCompile(`\{\{\s*([A-Za-z0-9_#.-]+)\.([a-z]+)\s*\}\}`)

// fill makes the line of one sentence, or says why there is none.
func fill(s Sentence, known map[string]Given) (Line, error) {
	if len(s.Facts) == 0 {
		return Line{}, errors.New("it cites no fact")
	}
	for _, id := range s.Facts {
		if _, ok := known[id]; !ok {
			return Line{}, fmt.Errorf("it cites %.40q, which is no fact here", id)
		}
	}
	if err := plainWords(placeholder.ReplaceAllString(s.Text, " ")); err != nil {
		return Line{}, err
	}
	if err := standAlone(s.Text); err != nil {
		return Line{}, err
	}
	var fault error
	var numerals []facts.Numeral
	text := placeholder.ReplaceAllStringFunc(s.Text, func(p string) string {
		words, err := wordsOf(placeholder.FindStringSubmatch(p), s.Facts, known)
		if err != nil && fault == nil {
			fault = err
		}
		numerals = append(numerals, facts.Numerals(words)...)
		return words
	})
	if fault != nil {
		return Line{}, fault
	}
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return Line{}, errors.New("it is empty")
	}
	if !slices.EqualFunc(facts.Numerals(text), numerals, sameNumber) {
		return Line{}, errors.New("a number changes by the words around it")
	}
	return Line{Text: text, Facts: slices.Clone(s.Facts)}, nil
}

// wordsOf returns the words that a placeholder stands for. match is the whole, the
// id and the field.
func wordsOf(match, cited []string, known map[string]Given) (string, error) {
	id, field := match[1], match[2]
	if !slices.Contains(cited, id) {
		return "", fmt.Errorf("it uses %.40q without citing it", id)
	}
	g := known[id]
	words, ok := map[string]string{
		"value": g.Value, "of": g.Of, "source": g.Source, "cue": g.Cue, "place": g.Place, "date": g.Date, "claim": g.Claim,
	}[field]
	if !ok || words == "" {
		return "", fmt.Errorf("fact %.40q has no %.40q", id, field)
	}
	return words, nil
}

// What may stand before and after a placeholder: nothing that could become part of
// a number, as the "k" of "40k", a point or a minus would.
var (
	before = regexp.MustCompile(`(?:^|[\s(])$`)
	after  = regexp.MustCompile(`^(?:$|\s|[.,;:)]+(?:\s|$)|['’](?:s\b|\s|$))`)
)

// standAlone wants every placeholder to be a word by itself.
func standAlone(text string) error {
	for _, at := range placeholder.FindAllStringIndex(text, -1) {
		if !before.MatchString(text[:at[0]]) || !after.MatchString(text[at[1]:]) {
			return errors.New("a placeholder is joined to what stands beside it")
		}
	}
	return nil
}

// sameNumber reports whether two numerals say the same.
func sameNumber(a, b facts.Numeral) bool {
	return a.Value == b.Value && a.Percent == b.Percent && a.Ordinal == b.Ordinal && a.Vague == b.Vague
}

// plainWords wants text of Latin letters and the quietest punctuation: what is
// listed as allowed cannot be smuggled past as what was forgotten.
func plainWords(text string) error {
	text = norm.NFC.String(text)
	for _, r := range text {
		if !unicode.Is(unicode.Latin, r) && !strings.ContainsRune(" \n\t.,;:'’()-–—", r) || unicode.IsNumber(r) {
			return fmt.Errorf("it holds %+q", r)
		}
	}
	if link.MatchString(text) {
		return errors.New("it holds an address")
	}
	if len(facts.Numerals(text)) > 0 {
		return errors.New("it holds a number in words")
	}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if amounts[strings.ToLower(w)] {
			return fmt.Errorf("it holds %q, which is an amount", w)
		}
		if roman.MatchString(w) {
			return fmt.Errorf("it holds %q, which may be a number", w)
		}
	}
	return nil
}

// link is two words joined by a dot, or what opens an address.
var link = regexp.MustCompile(`(?i)[a-z]{2,}\.[a-z]{2,}|\b(?:https?|ftp|mailto|www)\b`)

// roman is a Roman numeral.
var roman = regexp.MustCompile(`^[IVXLCDM]+$`)

// amounts are words that state a number, a share or a place in a row without being
// a numeral.
var amounts = setOf(`zero nil one two three four five six seven eight nine ten eleven twelve
	thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
	hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens score scores tens
	first second third fourth fifth sixth seventh eighth ninth tenth
	once twice thrice single double doubled doubles doubling twofold triple tripled triples tripling quadruple quadrupled
	half halves halved halving quarter quarters thirds tenths percent percentage
	most majority minority none both neither either pair pairs couple couples several sole all every everyone nobody
	fewer less least maximum minimum average total sum minus negative`)

// setOf returns the words of a list.
func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
