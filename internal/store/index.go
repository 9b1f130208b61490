package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"sitrep/internal/facts"
)

// An indexer keeps the index in step with the current reports inside one
// transaction. It gathers places in memory and writes them with flush.
type indexer struct {
	tx       *sql.Tx
	insert   *sql.Stmt
	gathered map[spot][]byte
	reports  int // since the last flush
	known    stemmer
}

// A spot is one row of places.
type spot struct {
	stem  string
	block int64
}

func newIndexer(ctx context.Context, tx *sql.Tx) (*indexer, error) {
	insert, err := tx.PrepareContext(ctx, `INSERT INTO sentence (id, first, last, body, facts) VALUES ($1, $2, $3, $4, $5)`)
	if err != nil {
		return nil, err
	}
	return &indexer{tx: tx, insert: insert, gathered: map[spot][]byte{}, known: stemmer{}}, nil
}

func (x *indexer) close() { x.insert.Close() }

// sentenceBits is how much of a sentence's id is its number; above it is report.seq.
const sentenceBits = 24

func sentenceID(seq int64, s int) int64 { return seq<<sentenceBits | int64(s) }

// add indexes one report: its places by stem, its sentences, and what countries it
// names.
func (x *indexer) add(ctx context.Context, seq int64, d facts.Document) error {
	r := d.Report
	block := seq / blockSize
	at := map[string][]place{}
	note := func(s int, text string, figure bool) {
		for _, stem := range x.known.stems(text) {
			at[stem] = append(at[stem], place{seq, int32(s), figure})
		}
	}
	note(0, r.Title, false)
	if len(r.Sentences) == 0 {
		note(1, r.Text, false)
	}
	carried := bySentence(d.Facts)
	index := facts.NewIndex(r.Text)
	for _, s := range r.Sentences {
		text, _ := index.Slice(s.Start, s.End)
		figure := slices.ContainsFunc(carried[s.S], func(f facts.Fact) bool { return f.Value != nil && f.Firm })
		note(s.S, text+"\n"+holders(carried[s.S]), figure)
		var list any
		if carried[s.S] != nil {
			list = carried[s.S]
		}
		if err := x.sentence(ctx, sentenceID(seq, s.S), s, text, list); err != nil {
			return err
		}
	}
	for stem, places := range at {
		x.gathered[spot{stem, block}] = appendPlaces(x.gathered[spot{stem, block}], seq, places)
	}
	listing := spot{block: block}
	x.gathered[listing] = appendListed(x.gathered[listing], seq, listed{day: ordinal(firstDay(r.Published)), sentences: int32(len(r.Sentences))})
	if err := x.sentence(ctx, sentenceID(seq, 0), facts.Sentence{}, r.Title, countries(r.Text)); err != nil {
		return err
	}
	if x.reports++; x.reports == blockSize/4 {
		return x.flush(ctx)
	}
	return nil
}

// sentence writes what a search hands over of a sentence; carried is nil for none.
func (x *indexer) sentence(ctx context.Context, id int64, span facts.Sentence, text string, carried any) error {
	written := ""
	if carried != nil {
		data, err := json.Marshal(carried)
		if err != nil {
			return err
		}
		written = string(data)
	}
	_, err := x.insert.ExecContext(ctx, id, span.Start, span.End, text, written)
	return err
}

// countries are those that a text names.
func countries(text string) []string {
	set := map[string]bool{}
	for _, m := range facts.Places().Find(text) {
		set[m.Country] = true
	}
	return slices.Sorted(maps.Keys(set))
}

// bySentence sorts facts by the sentence of their quote.
func bySentence(list []facts.Fact) map[int][]facts.Fact {
	out := map[int][]facts.Fact{}
	for _, f := range list {
		out[f.Quote.S] = append(out[f.Quote.S], f)
	}
	return out
}

// holders are the names and places of facts, which need not stand in the sentence
// itself: "He" is somebody.
func holders(list []facts.Fact) string {
	var b strings.Builder
	for _, f := range list {
		if f.Source.Kind != facts.KindReport {
			b.WriteString(f.Source.Name + "\n")
		}
		b.WriteString(f.Place + "\n")
	}
	return b.String()
}

// drop takes a report out of the catalogue, so that its places no longer count,
// and its sentences out of the file.
func (x *indexer) drop(ctx context.Context, seq int64) error {
	if err := x.flush(ctx); err != nil { // it may have come in this transaction
		return err
	}
	if _, err := x.tx.ExecContext(ctx, `DELETE FROM sentence WHERE id >= $1 AND id < $2`, sentenceID(seq, 0), sentenceID(seq+1, 0)); err != nil {
		return err
	}
	var data []byte
	err := x.tx.QueryRowContext(ctx, `SELECT places FROM posting WHERE stem = '' AND block = $1`, seq/blockSize).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = x.tx.ExecContext(ctx, `UPDATE posting SET places = $1 WHERE stem = '' AND block = $2`, nonNil(dropListed(data, seq)), seq/blockSize)
	return err
}

func nonNil(data []byte) []byte {
	if data == nil {
		return []byte{}
	}
	return data
}

// flush writes the gathered places behind those that are there. Reports come in
// rising order of seq, so the lists stay in order.
func (x *indexer) flush(ctx context.Context) error {
	stmt, err := x.tx.PrepareContext(ctx, `
		INSERT INTO posting (stem, block, places) VALUES ($1, $2, $3)
		ON CONFLICT (stem, block) DO UPDATE SET places = CAST(posting.places || excluded.places AS BLOB)`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	// In order, so that neighbours in the table are written together.
	keys := slices.SortedFunc(maps.Keys(x.gathered), func(a, b spot) int {
		return strings.Compare(a.stem, b.stem)*2 + int(min(max(a.block-b.block, -1), 1))
	})
	for _, k := range keys {
		if _, err := stmt.ExecContext(ctx, k.stem, k.block, x.gathered[k]); err != nil {
			return err
		}
	}
	clear(x.gathered)
	x.reports = 0
	return nil
}

// reindex indexes all current reports again when the file's index was made by
// another version of this code, in one transaction.
func (s *Store) reindex(ctx context.Context) error {
	var version string
	err := s.read.QueryRowContext(ctx, `SELECT coalesce(max(value), '') FROM setting WHERE name = 'analysis'`).Scan(&version)
	if err != nil || version == analysis {
		return err
	}
	return s.change(ctx, "index all reports", func(tx *sql.Tx) error {
		for _, statement := range []string{`DELETE FROM posting`, `DELETE FROM sentence`} {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		index, err := newIndexer(ctx, tx)
		if err != nil {
			return err
		}
		defer index.close()
		step, err := s.progress(ctx, tx)
		if err != nil {
			return err
		}
		if err := indexAll(ctx, tx, index, step); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO setting (name, value) VALUES ('analysis', $1)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, analysis)
		return err
	})
}

// indexAll goes through the current reports one by one, so that memory holds one
// text and a block's share of places only.
func indexAll(ctx context.Context, tx *sql.Tx, index *indexer, step func()) error {
	for after := int64(0); ; {
		d, seq, err := scanDocument(tx.QueryRowContext(ctx,
			`SELECT `+documentColumns+` FROM report WHERE status = 'current' AND seq > $1 ORDER BY seq LIMIT 1`, after))
		if errors.Is(err, sql.ErrNoRows) {
			return index.flush(ctx)
		}
		if err != nil {
			return err
		}
		if err := index.add(ctx, seq, d); err != nil {
			return err
		}
		after = seq
		step()
	}
}
