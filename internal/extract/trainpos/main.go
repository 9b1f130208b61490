// Command trainpos fits the model of parts of speech to treebanks of Universal
// Dependencies (CoNLL-U files) and writes its weights. The same files in the same
// order give the same bytes on every machine:
//
//	go run ./internal/extract/trainpos internal/extract/pos.weights FILE...
//
// With -score the weights are read instead, and the share of words that they tag
// rightly in the files is printed.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"sitrep/internal/extract"
)

func main() {
	score := flag.Bool("score", false, "measure the weights instead of writing them")
	flag.Usage = func() { fmt.Fprintln(os.Stderr, "usage: trainpos [-score] WEIGHTS FILE...") }
	flag.Parse()
	if flag.NArg() < 2 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*score, flag.Arg(0), flag.Args()[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "trainpos:", err)
		os.Exit(1)
	}
}

func run(score bool, weights string, paths []string) error {
	var treebanks []io.Reader
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		treebanks = append(treebanks, f)
	}
	if !score {
		packed, err := extract.TrainPos(treebanks...)
		if err != nil {
			return err
		}
		return os.WriteFile(weights, packed, 0o644)
	}
	packed, err := os.ReadFile(weights)
	if err != nil {
		return err
	}
	right, all, err := extract.ScorePos(packed, treebanks...)
	if err != nil {
		return err
	}
	fmt.Printf("%d of %d words right, %.2f %%\n", right, all, 100*float64(right)/float64(all))
	return nil
}
