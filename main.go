// Sitrep answers questions about loaded news reports with cited numbers, in Slack
// and in the terminal, and posts scheduled briefings.
//
// This file declares the commands; run.go, serve.go and library.go wire them. No
// rule about numbers lives in this package.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	_ "time/tzdata" // zones work in an empty root too

	"github.com/alecthomas/kong"

	"sitrep/briefings"
	"sitrep/config"
)

// commandLine is every command and flag.
type commandLine struct {
	DB     string `help:"SQLite file with the reports (default: sitrep/sitrep.db in the user's state folder; SITREP_DB)." placeholder:"PATH" name:"db"`
	Config string `help:"Configuration file (default: sitrep.yaml here, if there is one; SITREP_CONFIG)." placeholder:"FILE"`

	Serve    serveCommand    `cmd:"" default:"1" help:"Answer in Slack when it is configured, else in this terminal; post due briefings. This is what plain sitrep does."`
	Ask      askCommand      `cmd:"" help:"Answer a question."`
	Eval     evalCommand     `cmd:"" help:"Ask your own questions, compare the answers with what you expect of them, and score."`
	Brief    briefCommand    `cmd:"" help:"Print a briefing now."`
	Load     loadCommand     `cmd:"" help:"Load reports: text files, saved web pages, JSON Lines, hand-written facts in YAML, folders of them, or - for standard input."`
	Reports  reportsCommand  `cmd:"" help:"List the loaded reports."`
	Facts    factsCommand    `cmd:"" help:"List the facts, of all reports or of one."`
	Remove   removeCommand   `cmd:"" help:"Take a report out of all answers."`
	Extract  extractCommand  `cmd:"" help:"Print a report as it is read, its figures and sources marked; stores nothing."`
	Body     bodyCommand     `cmd:"" help:"Print the article text found in an HTML page."`
	Next     nextCommand     `cmd:"" help:"Print the next times of a schedule."`
	Settings settingsCommand `cmd:"" name:"config" help:"Print the configuration in force, secrets hidden."`
	Manifest manifestCommand `cmd:"" help:"Print the Slack app manifest."`
	Doctor   doctorCommand   `cmd:"" help:"Check tokens, model, store, zone data and schedule, and say what to do."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// A program is one run of sitrep: its outside world, so that a test can start it.
type program struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	flags    commandLine
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv})
	stop()
	os.Exit(code)
}

// errUsage marks mistakes of the command line: exit status 2.
var errUsage = errors.New("usage")

// run runs one command line and returns the exit status: 0, 1 for a failure, 2
// for a usage error.
func run(ctx context.Context, args []string, p *program) int {
	exit := -1
	parser, err := kong.New(&p.flags, kong.Name("sitrep"), kong.Writers(p.out, p.err), kong.Exit(func(code int) { exit = code }),
		kong.Description("Answers questions about news reports with cited numbers."), kong.UsageOnError(), kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(p))
	if err != nil {
		fmt.Fprintln(p.err, "sitrep:", err)
		return 1
	}
	command, err := parser.Parse(args)
	switch {
	case exit >= 0:
		return exit
	case err != nil:
		fmt.Fprintf(p.err, "sitrep: %v. Try sitrep --help.\n", err)
		return 2
	}
	err = command.Run()
	switch {
	case errors.Is(err, errUsage):
		fmt.Fprintln(p.err, "sitrep:", err)
		return 2
	case errors.Is(err, errReported):
		return 1
	case err != nil:
		fmt.Fprintln(p.err, "sitrep:", err)
		return 1
	}
	return 0
}

// errReported means that the faults are printed already.
var errReported = errors.New("reported")

// settings loads the configuration with the command line over it.
func (p *program) settings() (*config.Config, error) {
	path := p.flags.Config
	if path == "" {
		path = p.getenv("SITREP_CONFIG")
	}
	if path == "" {
		if _, err := os.Stat("sitrep.yaml"); err == nil {
			path = "sitrep.yaml"
		}
	}
	cfg, err := config.Load(path, p.getenv, briefings.Check)
	if err != nil {
		return nil, err
	}
	if p.flags.DB != "" {
		cfg.Database = p.flags.DB
	}
	return cfg, nil
}

type versionCommand struct{}

func (versionCommand) Run(p *program) error {
	version := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version + " " + info.GoVersion
	}
	_, err := fmt.Fprintln(p.out, "sitrep", version)
	return err
}
