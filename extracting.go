package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"sitrep/internal/extract"
	"sitrep/internal/facts"
	"sitrep/internal/load"
	"sitrep/internal/terminal"
)

type extractCommand struct {
	File      string `arg:"" optional:"" help:"A plain text or saved page of one report, or - for standard input."`
	JSON      bool   `help:"Print what was read as one JSON object." name:"json"`
	JSONL     bool   `help:"Read reports from standard input as JSON Lines and print an object a line." name:"jsonl"`
	Title     string `help:"The report's title (default: the first line, when it reads as one)."`
	Published string `help:"The day it came out (2024-10-23), which weekdays and the like are counted from." placeholder:"DAY"`
}

// An extracted is one line of sitrep extract --jsonl.
type extracted struct {
	ID     string `json:"id"`
	SHA256 string `json:"sha256"`
	extract.Reading
}

func (c *extractCommand) Run(ctx context.Context, p *program) error {
	if c.JSONL {
		if c.File != "" && c.File != "-" || c.JSON || c.Title != "" || c.Published != "" {
			return fmt.Errorf("%w: --jsonl reads standard input and takes titles and dates from its lines: leave out the rest", errUsage)
		}
		return extractLines(ctx, p)
	}
	r, err := c.report(p)
	if err != nil {
		return err
	}
	reading := extract.Read(r)
	if c.JSON {
		enc := json.NewEncoder(p.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(extracted{ID: r.ID, SHA256: facts.Digest(r.Text), Reading: reading})
	}
	return terminal.PrintProof(p.out, proofOf(r, reading), terminal.StyleOf(p.out, p.getenv))
}

// report is the one text to read, with what the command line says about it.
func (c *extractCommand) report(p *program) (r facts.Report, err error) {
	if c.Published != "" {
		if _, err := facts.ParseEDTF(c.Published); err != nil {
			return r, fmt.Errorf("%w: published %q is no date: write 2024-10-23", errUsage, c.Published)
		}
	}
	switch kind := load.Kind(c.File); {
	case c.File == "":
		return r, fmt.Errorf("%w: which report? Give a text file or -, or --jsonl for JSON Lines on standard input", errUsage)
	case c.File == "-":
		r, err = load.Input("standard input", p.in)
	case kind == load.KindLines || kind == load.KindFacts:
		return r, fmt.Errorf("%w: %s is no plain text: JSON Lines go to standard input with --jsonl, facts to sitrep load", errUsage, c.File)
	case kind == load.KindPage:
		var a load.Article
		if a, err = page(c.File, p.in); err == nil {
			r = a.Report()
		}
	default:
		r, err = load.File(c.File)
	}
	if c.Title != "" {
		r.Title = c.Title
	}
	if c.Published != "" {
		r.Published = c.Published
	}
	return r, err
}

func extractLines(ctx context.Context, p *program) error {
	out := bufio.NewWriter(p.out)
	defer out.Flush()
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return load.Lines(p.in, func(line load.Line) error {
		if line.Err != nil {
			return enc.Encode(map[string]any{"id": line.ID, "error": line.Err.Error()})
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return enc.Encode(extracted{ID: line.Report.ID, SHA256: facts.Digest(line.Report.Text), Reading: extract.Read(line.Report)})
	})
}

// proofOf hands a reading to the terminal as plain values.
func proofOf(r facts.Report, read extract.Reading) terminal.Proof {
	text := []rune(r.Text)
	proof := terminal.Proof{Title: r.Title, Published: r.Published, Sentences: make([]terminal.ProofSentence, len(read.Sentences))}
	for i, s := range read.Sentences {
		_, aside := slices.BinarySearch(read.Asides, s.S)
		proof.Sentences[i] = terminal.ProofSentence{N: s.S, Text: string(text[s.Start:s.End]), Aside: aside}
	}
	// A span is marked in the sentence that holds its start.
	mark := func(start, end int, kind terminal.MarkKind) {
		i, found := slices.BinarySearchFunc(read.Sentences, start, func(s facts.Sentence, at int) int {
			if s.End <= at {
				return -1
			}
			return s.Start - min(at, s.Start)
		})
		if found {
			s := read.Sentences[i]
			proof.Sentences[i].Marks = append(proof.Sentences[i].Marks, terminal.ProofMark{Start: start - s.Start, End: min(end, s.End) - s.Start, Kind: kind})
		}
	}
	for _, a := range read.Attributions {
		if a.Source != nil {
			mark(a.Source.Start, a.Source.End, terminal.MarkSource)
		}
	}
	for _, d := range read.Dates {
		mark(d.Start, d.End, terminal.MarkDate)
	}
	carriers := factsByFigure(read.Facts)
	for _, q := range read.Quantities {
		kind := terminal.MarkFigure
		if !q.Firm {
			kind = terminal.MarkDoubt
		}
		mark(q.Start, q.End, kind)
		s := &proof.Sentences[q.S-1]
		s.Figures = append(s.Figures, proofFigure(q, carriers.take(q)))
	}
	return proof
}

// A figure is the words of a quantity and its sentence.
type figure struct {
	s    int
	text string
}

// A figureFacts holds the facts that carry a figure, in text order.
type figureFacts map[figure][]*facts.Fact

func factsByFigure(list []facts.Fact) figureFacts {
	out := figureFacts{}
	for i := range list {
		if f := &list[i]; f.Value != nil {
			key := figure{f.Quote.S, f.Value.Text}
			out[key] = append(out[key], f)
		}
	}
	return out
}

// take returns the next fact that carries the quantity, or nil.
func (m figureFacts) take(q extract.Quantity) *facts.Fact {
	key := figure{q.S, q.Text}
	list := m[key]
	if len(list) == 0 {
		return nil
	}
	m[key] = list[1:]
	return list[0]
}

func proofFigure(q extract.Quantity, f *facts.Fact) terminal.ProofFigure {
	out := terminal.ProofFigure{Text: q.Text, Value: q.Value, Low: q.Low, High: q.High, Bound: q.Bound, Unit: q.Unit, Of: q.Of, Firm: q.Firm}
	for _, part := range []struct {
		from *string
		into *string
	}{{q.Change, &out.Change}, {q.Per, &out.Per}, {q.Doing, &out.Doing}} {
		if part.from != nil {
			*part.into = *part.from
		}
	}
	if f != nil {
		out.Stated, out.Holder, out.Said, out.AsOf = true, f.Source.Name, f.Said, f.AsOf
		if f.Cue != nil {
			out.Cue = f.Cue.Text
		}
	}
	return out
}
