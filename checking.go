package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"sitrep/internal/answer"
	"sitrep/internal/facts"
	"sitrep/internal/terminal"
)

type checkCommand struct {
	File   string   `arg:"" help:"A plain text to check, or - for standard input."`
	JSON   bool     `help:"Print the verdicts as one JSON object." name:"json"`
	AsOf   string   `help:"Check against what was known at the end of this day (2024-10-25)." placeholder:"DAY"`
	Report []string `help:"Use only this report; repeatable." placeholder:"ID"`
}

// maxDraft is the longest text that is checked, in bytes.
const maxDraft = 1 << 20

// Run checks a draft. Its status is 0 when all of it is supported, else 1.
func (c *checkCommand) Run(ctx context.Context, p *program) error {
	if err := checkDay(c.AsOf); err != nil {
		return err
	}
	text, err := c.draft(p)
	if err != nil {
		return err
	}
	_, lib, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	review, err := answer.New(lib).CheckCopy(ctx, reader{}, answer.Draft{Text: text, Reports: c.Report, AsOf: c.AsOf})
	if err != nil {
		return err
	}
	if c.JSON {
		enc := json.NewEncoder(p.out)
		enc.SetEscapeHTML(false)
		err = enc.Encode(review)
	} else {
		err = terminal.PrintReview(p.out, text, review, terminal.StyleOf(p.out, p.getenv))
	}
	if err == nil && !review.Supported {
		return errReported
	}
	return err
}

// draft reads the text to check.
func (c *checkCommand) draft(p *program) (string, error) {
	in := p.in
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, maxDraft+1))
	switch {
	case err != nil:
		return "", err
	case len(data) > maxDraft:
		return "", fmt.Errorf("%s: the draft is longer than 1 MB: check it in parts", c.File)
	case !utf8.Valid(data):
		return "", fmt.Errorf("%s: the draft is no UTF-8 text", c.File)
	}
	return string(data), nil
}

// A reader reads a draft as reports are read.
type reader struct{}

func (reader) Read(r facts.Report) facts.Document { return read(r) }
