// Says what is wrong with a Containerfile without building it: BuildKit's own
// parser and its rules, as far as they need no image, and what the portal asks
// of every image besides.
//
//	go run . <directory of the project> <path of the Containerfile in it>
//
// Prints a list of problems as JSON, empty when there are none.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type problem struct {
	Line    int    `json:"line"`
	Message string `json:"message"`
}

type report struct {
	problems []problem
}

func (r *report) add(location []parser.Range, format string, values ...any) {
	line := 1
	if len(location) > 0 {
		line = location[0].Start.Line
	}
	r.problems = append(r.problems, problem{line, fmt.Sprintf(format, values...)})
}

// addError puts an error of the parser where it belongs.
func (r *report) addError(err error) {
	var located *parser.LocationError
	var location []parser.Range
	if errors.As(err, &located) && len(located.Locations) > 0 {
		location = located.Locations[0]
	}
	message := err.Error()
	// the line is said already
	if _, rest, found := strings.Cut(message, ": "); found && strings.HasPrefix(message, "dockerfile parse error") {
		message = rest
	}
	r.add(location, "%s", message)
}

func check(directory, path string) ([]problem, error) {
	r := &report{problems: []problem{}}
	file, err := os.Open(filepath.Join(directory, path))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	parsed, err := parser.Parse(file)
	if err != nil {
		r.addError(err)
		return r.problems, nil
	}
	for _, warning := range parsed.Warnings {
		r.add([]parser.Range{*warning.Location}, "%s", warning.Short)
	}
	rules := linter.New(&linter.Config{
		Warn: func(rule, _, _, message string, location []parser.Range) {
			r.add(location, "%s: %s", rule, message)
		},
	})
	stages, arguments, err := instructions.Parse(parsed.AST, rules)
	if err != nil {
		r.addError(err)
		return r.problems, nil
	}
	if len(stages) == 0 {
		r.add(nil, "there is no FROM: say first with which image it begins")
		return r.problems, nil
	}
	sources, err := openSources(directory, path, r)
	if err != nil {
		return nil, err
	}
	checkStages(r, sources, parsed.EscapeToken, stages, arguments)
	return r.problems, nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: container-lint <directory> <file>")
		os.Exit(2)
	}
	problems, err := check(os.Args[1], os.Args[2])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(problems)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
