package store

import (
	"context"
	"encoding/json"
	"slices"

	"sitrep/internal/facts"
)

// look reads the catalogue of what a search allows, and the rows of its terms.
func (f *finding) look(ctx context.Context, terms [][]string) (*catalogue, [][]placesRow, error) {
	allows, err := f.allows(ctx)
	if err != nil {
		return nil, nil, err
	}
	rows, err := f.placesOf(ctx, append(slices.Concat(terms...), ""))
	if err != nil {
		return nil, nil, err
	}
	known := &catalogue{}
	for _, row := range rows[""] {
		known.read(row, allows)
	}
	lists := make([][]placesRow, len(terms))
	for i, stems := range terms {
		for _, stem := range stems {
			lists[i] = append(lists[i], rows[stem]...)
		}
	}
	return known, lists, nil
}

// allows returns whether the search may use a report of the catalogue.
func (f *finding) allows(ctx context.Context) (func(int64, listed) bool, error) {
	if len(f.q.Reports) == 0 {
		last := ordinal(lastDay(f.q.AsOf))
		return func(_ int64, l listed) bool { return l.day <= last }, nil
	}
	list, err := f.candidates(ctx, len(f.q.Reports))
	if err != nil {
		return nil, err
	}
	set := make(map[int64]bool, len(list))
	for _, c := range list {
		set[c.seq] = true
	}
	return func(report int64, _ listed) bool { return set[report] }, nil
}

// placesOf reads the rows of stems, each stem's in the order of their blocks.
func (f *finding) placesOf(ctx context.Context, stems []string) (map[string][]placesRow, error) {
	list, err := json.Marshal(stems)
	if err != nil {
		return nil, err
	}
	rows, err := f.tx.QueryContext(ctx,
		`SELECT stem, block, places FROM posting WHERE stem IN (SELECT value FROM json_each($1)) ORDER BY stem, block`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string][]placesRow{}
	for rows.Next() {
		var stem string
		var row placesRow
		if err := rows.Scan(&stem, &row.block, &row.data); err != nil {
			return nil, err
		}
		out[stem] = append(out[stem], row)
	}
	return out, rows.Err()
}

// A headed is a ranked report with what stands over it.
type headed struct {
	ranked
	report facts.Report
}

func (h headed) key() candidate {
	return candidate{day: firstDay(h.report.Published), published: h.report.Published, id: h.report.ID}
}

// heads loads what stands over reports.
func (f *finding) heads(ctx context.Context, list []ranked) ([]headed, error) {
	stmt, err := f.tx.PrepareContext(ctx, `SELECT `+reportColumns+` FROM report WHERE seq = $1`)
	if err != nil {
		return nil, err
	}
	defer stmt.Close()
	out := make([]headed, len(list))
	for i, r := range list {
		h := &out[i]
		h.ranked = r
		var loaded int64
		if err := stmt.QueryRowContext(ctx, r.seq).Scan(reportFields(&h.report, &loaded)...); err != nil {
			return nil, err
		}
		h.report.Loaded = fromMillis(loaded)
	}
	return out, nil
}

// parts loads reports with the chosen sentences, their neighbours and the first
// two, and the facts of the chosen ones.
func (f *finding) parts(ctx context.Context, c *chooser, list []headed) ([]facts.Document, error) {
	chosen := c.passages(list)
	docs := make([]facts.Document, len(list))
	at := make(map[int64]int, len(list))
	var ids []int64
	for i, r := range list {
		at[r.seq] = i
		l, _ := c.known.has(r.seq)
		docs[i].Report = r.report
		docs[i].Part = &facts.Part{Texts: map[int]string{}, Sentences: int(l.sentences), Counts: c.counts(r.ranked)}
		for _, n := range around(chosen[i], l.sentences) {
			ids = append(ids, sentenceID(r.seq, int(n)))
		}
	}
	if err := f.sentences(ctx, ids, at, chosen, docs); err != nil {
		return nil, err
	}
	return docs, f.sources(ctx, list, at, docs)
}

// around returns the chosen sentences with those beside them, the title and the first
// two.
func around(chosen []int32, last int32) []int32 {
	out := []int32{0, 1, 2}
	for _, n := range chosen {
		out = append(out, n-1, n, n+1)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.DeleteFunc(out, func(n int32) bool { return n < 0 || n > last })
}

// sentences loads sentences in order; facts come only with the chosen ones.
func (f *finding) sentences(ctx context.Context, ids []int64, at map[int64]int, chosen [][]int32, docs []facts.Document) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	rows, err := f.tx.QueryContext(ctx, `
		SELECT id, first, last, body, facts FROM sentence WHERE id IN (SELECT value FROM json_each($1)) ORDER BY id`, string(list))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var sentence facts.Sentence
		var text string
		var carried []byte
		if err := rows.Scan(&id, &sentence.Start, &sentence.End, &text, &carried); err != nil {
			return err
		}
		i := at[id>>sentenceBits]
		sentence.S = int(id & (1<<sentenceBits - 1))
		d := &docs[i]
		if sentence.S == 0 {
			if err := json.Unmarshal(carried, &d.Part.Countries); err != nil {
				return err
			}
			continue
		}
		d.Report.Sentences = append(d.Report.Sentences, sentence)
		d.Part.Texts[sentence.S] = text
		if _, ok := slices.BinarySearch(chosen[i], int32(sentence.S)); !ok || len(carried) == 0 {
			continue
		}
		var list []facts.Fact
		if err := json.Unmarshal(carried, &list); err != nil {
			return err
		}
		d.Facts = append(d.Facts, list...)
	}
	return rows.Err()
}

// sources loads the sentences in which the holders of the facts are named, where
// they are others.
func (f *finding) sources(ctx context.Context, list []headed, at map[int64]int, docs []facts.Document) error {
	var ids []int64
	for i, d := range docs {
		for _, x := range d.Facts {
			if _, ok := d.Part.Texts[x.Source.S]; !ok && x.Source.S > 0 {
				ids = append(ids, sentenceID(list[i].seq, x.Source.S))
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if err := f.sentences(ctx, ids, at, make([][]int32, len(docs)), docs); err != nil {
		return err
	}
	for i := range docs {
		slices.SortFunc(docs[i].Report.Sentences, func(a, b facts.Sentence) int { return a.S - b.S })
	}
	return nil
}
