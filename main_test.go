package main

import (
	"context"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"sitrep/config"
	"sitrep/internal/answer"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sitrep": main})
}

// TestScript runs the commands as a user does: testdata/script/*.txtar.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_STATE_HOME", "")
			env.Setenv("TZ", "UTC")
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// allowed is the import rule of the project: which rooms of ours a room may know.
var allowed = map[string][]string{
	"":                  {"*"},
	"bot":               {"config", "internal/answer", "internal/ledger", "internal/facts"},
	"briefings":         {"config", "internal/answer", "internal/ledger", "internal/facts"},
	"internal/terminal": {"config", "internal/answer", "internal/ledger", "internal/facts"},
	"internal/store":    {"internal/ledger", "internal/facts"},
	"internal/answer":   {"internal/facts"},
	"internal/ledger":   {"internal/facts"},
	"internal/extract":  {"internal/facts"},

	"internal/answer/fitmatch":     {"internal/answer", "internal/facts", "internal/store"},
	"internal/answer/mutate":       {"internal/answer", "internal/facts", "internal/store"},
	"internal/extract/trainspeech": {"internal/extract"},
	"internal/extract/trainpos":    {"internal/extract"},

	"internal/load":  {"internal/facts"},
	"internal/llm":   {"internal/facts"},
	"internal/web":   {"internal/facts"},
	"internal/facts": {},
	"config":         {},
}

// only names the one room that may import a library.
var only = map[string]string{
	"github.com/slack-go/slack":           "bot",
	"github.com/robfig/cron":              "briefings",
	"github.com/sashabaranov/go-openai":   "internal/llm",
	"modernc.org/sqlite":                  "internal/store",
	"github.com/alecthomas/kong":          "",
	"codeberg.org/readeck/go-readability": "internal/load",
}

// TestImports holds the import rule for all Go files that are not tests.
func TestImports(t *testing.T) {
	for _, name := range goFiles(t) {
		if !strings.HasSuffix(name, "_test.go") {
			checkImports(t, name)
		}
	}
}

// goFiles lists the project's Go files, with slashes.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || name != "." && strings.HasPrefix(d.Name(), ".")) {
			return fs.SkipDir
		}
		if strings.HasSuffix(name, ".go") {
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil || len(files) < 40 {
		t.Fatalf("%d files found, error %v", len(files), err)
	}
	return files
}

func checkImports(t *testing.T, name string) {
	t.Helper()
	room := path.Dir(name)
	if room == "." {
		room = ""
	}
	may, known := allowed[room]
	if !known {
		t.Errorf("%s: the room %q is not in the import rule", name, room)
		return
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range file.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		if ours, ok := strings.CutPrefix(imported, "sitrep/"); ok && !slices.Contains(may, "*") && !slices.Contains(may, ours) {
			t.Errorf("%s imports %s, which %s may not", name, imported, room)
		}
		for library, home := range only {
			if strings.HasPrefix(imported, library) && room != home {
				t.Errorf("%s imports %s, which belongs to %s", name, imported, home)
			}
		}
	}
}

// TestThresholds holds the defaults of the configuration to those of the engine,
// which know nothing of each other.
func TestThresholds(t *testing.T) {
	cfg, err := config.Load("", func(string) string { return "" }, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := answer.Thresholds(cfg.Answer), answer.DefaultThresholds(); got != want {
		t.Errorf("thresholds %v by default, want %v", got, want)
	}
}

// TestRunReportsUsage holds the exit statuses of the command line.
func TestRunReportsUsage(t *testing.T) {
	for args, want := range map[string]int{"--help": 0, "nonsense": 2, "ask --nope": 2, "ask": 2, "next": 2, "version": 0} {
		var out, errs strings.Builder
		p := &program{in: strings.NewReader(""), out: &out, err: &errs, getenv: func(string) string { return "" }}
		if got := run(context.Background(), strings.Fields(args), p); got != want {
			t.Errorf("sitrep %s: status %d, want %d; %s", args, got, want, errs.String())
		}
		if want == 2 && strings.TrimSpace(errs.String()) == "" {
			t.Errorf("sitrep %s says nothing on standard error", args)
		}
	}
}
