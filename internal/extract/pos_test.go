package extract

import (
	"bytes"
	"strings"
	"testing"

	"sitrep/internal/facts"
)

// names of the classes, for tests.
var posNames = [posCount]string{"-", "noun", "nouns", "name", "adj", "adv", "base", "finite", "past", "ing", "aux", "det", "pron", "num", "prep", "and", "that", "part", "mark", "other"}

func TestPartsOfSpeech(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mayor is waiting for the approved plan.", "det noun aux ing prep det past noun mark"},
		{"Compared with last year, sales fell.", "past prep adj noun mark nouns finite mark"},
		{"Police record 40 thefts a week.", "nouns finite num nouns det noun mark"},
		{"The record was set in 1990.", "det noun aux past prep num mark"},
		{"They will weigh 300 kg.", "pron aux base num noun mark"},
		{"Three nasty cuts needed stitches.", "num adj nouns finite nouns mark"},
	} {
		d := newDocument(facts.Report{Text: c.text})
		ws := d.sentences[0].words
		got := make([]pos, len(ws))
		partsOfSpeech.tag(ws, got)
		names := make([]string, len(got))
		for i, p := range got {
			names[i] = posNames[p]
		}
		if s := strings.Join(names, " "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// bank is a treebank of two sentences; in the second, a word is two tokens.
const bank = `# text = Boats sail.
1	Boats	boat	NOUN	NNS	_	2	nsubj	_	_
2	sail	sail	VERB	VBP	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# text = The crew can't sail.
1	The	the	DET	DT	_	2	det	_	_
2	crew	crew	NOUN	NN	_	5	nsubj	_	_
3-4	can't	_	_	_	_	_	_	_	_
3	ca	can	AUX	MD	_	5	aux	_	SpaceAfter=No
4	n't	not	PART	RB	_	5	advmod	_	_
5	sail	sail	VERB	VB	_	0	root	_	SpaceAfter=No
6	.	.	PUNCT	.	_	5	punct	_	_

`

func TestTrainPosIsReproducible(t *testing.T) {
	first, err := TrainPos(strings.NewReader(bank + bank))
	if err != nil {
		t.Fatal(err)
	}
	again, err := TrainPos(strings.NewReader(bank + bank))
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("the same treebank gives other weights (%v)", err)
	}
	right, all, err := ScorePos(first, strings.NewReader(bank+bank))
	if err != nil || right != 10 || all != 10 {
		t.Errorf("%d of %d words right of those learnt from, want 10 of 10 (%v)", right, all, err)
	}
}

func TestTreebankFaults(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"1\tBoats\tboat", "line 2: 3 columns, want 10"},
		{"x\tBoats\tboat\tNOUN\tNNS\t_\t0\troot\t_\t_", `line 2: token "x"`},
		{"1\tBoats\tboat\tNOUN\tNNS\t_\tup\troot\t_\t_", `line 2: head "up"`},
	} {
		_, err := TrainPos(strings.NewReader("# text = Boats\n" + c.line + "\n\n"))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.line, err, c.want)
		}
	}
}
