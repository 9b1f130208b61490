package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"sitrep/internal/load"
)

type bodyCommand struct {
	File string `arg:"" help:"An HTML page, or - for standard input."`
	JSON bool   `help:"Print title, date, publisher, author, address and text as JSON." name:"json"`
}

func (c *bodyCommand) Run(p *program) error {
	a, err := page(c.File, p.in)
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(p.out).Encode(a)
	}
	_, err = fmt.Fprintln(p.out, a.Text)
	return err
}

// page finds the article in the HTML file at path, or in standard input for "-".
func page(path string, stdin io.Reader) (load.Article, error) {
	if path == load.Stdin {
		return load.Page("standard input", stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return load.Article{}, err
	}
	defer f.Close()
	return load.Page(path, f)
}
