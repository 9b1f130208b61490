// Command trainspeech fits the model of who says what to a folder that holds
// reports.jsonl and gold.jsonl, and writes its weights. The same folder gives the
// same bytes on every machine:
//
//	go run ./internal/extract/trainspeech FOLDER internal/extract/speech.weights
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"sitrep/internal/extract"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: trainspeech FOLDER OUTPUT")
		os.Exit(2)
	}
	if err := train(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "trainspeech:", err)
		os.Exit(1)
	}
}

func train(folder, output string) error {
	reports, err := os.Open(filepath.Join(folder, "reports.jsonl"))
	if err != nil {
		return err
	}
	defer reports.Close()
	gold, err := os.Open(filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		return err
	}
	defer gold.Close()
	weights, err := extract.TrainSpeech(reports, gold)
	if err != nil {
		return err
	}
	return os.WriteFile(output, weights, 0o644)
}
