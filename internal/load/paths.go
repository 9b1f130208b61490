package load

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// Kinds of file, by the end of their names (Kind).
const (
	KindText  = "text"
	KindLines = "jsonl"
	KindFacts = "yaml" // hand-written facts of one report
	KindPage  = "html" // a web page
)

// Kind says how a file is to be read, by its name: .jsonl holds a report on each
// line, .yaml and .yml hand-written facts, .html and .htm a web page, all else is one
// plain text.
func Kind(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl":
		return KindLines
	case ".yaml", ".yml":
		return KindFacts
	case ".html", ".htm":
		return KindPage
	}
	return KindText
}

// Paths returns the files that the arguments name: files as they are, folders as
// the .txt, .md, .html, .htm, .jsonl, .yaml and .yml files in them and below, in the order of
// their names, and "-" for standard input. A file named twice comes once. Hidden
// files and folders inside a folder are passed over. All that is wrong comes back
// as one error, which names each argument; then there are no files.
func Paths(args []string) ([]string, error) {
	var paths []string
	var faults []error
	for _, arg := range args {
		found, err := expand(arg)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		for _, p := range found {
			if !slices.Contains(paths, p) {
				paths = append(paths, p)
			}
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return paths, nil
}

// expand returns the files of one argument.
func expand(arg string) ([]string, error) {
	switch {
	case arg == Stdin:
		return []string{arg}, nil
	case arg == "":
		return nil, errors.New("a file name is empty")
	case strings.Contains(arg, "://"):
		return nil, fmt.Errorf("%s: an address, not a file or folder", arg)
	}
	info, err := os.Stat(arg)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", arg, cause(err))
	}
	if !info.IsDir() {
		return []string{filepath.Clean(arg)}, nil
	}
	found, err := folder(arg)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s: no .txt, .md, .html, .htm, .jsonl, .yaml or .yml file in this folder", arg)
	}
	return found, nil
}

// folder walks a folder for the files that can be loaded.
func folder(root string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %w", path, cause(err))
		}
		if path != root && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.IsDir() && loadable(d.Name()) && regular(path) {
			found = append(found, path)
		}
		return nil
	})
	return found, err
}

// loadable reports whether a name in a folder ends like a report's.
func loadable(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".md", ".html", ".htm", ".jsonl", ".yaml", ".yml":
		return true
	}
	return false
}

// regular reports whether a path is a file, through a link if it is one; a pipe
// or device in a folder would be waited on for ever.
func regular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// cause drops the path from an error that the caller names anyway.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
