package main

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

// What BuildKit takes for the name of a secret: SecretsUsedInArgOrEnv,
// https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/, checked 2026-11.
var (
	secretName = regexp.MustCompile(`(?i)(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)`)
	notSecret  = regexp.MustCompile(`(?i)(?:_|^)(?:public|file|version)(?:_|$)`)
)

// What BuildKit fills in by itself.
var platformArguments = map[string]string{
	"BUILDPLATFORM": "linux/amd64", "BUILDOS": "linux", "BUILDARCH": "amd64", "BUILDVARIANT": "",
	"TARGETPLATFORM": "linux/amd64", "TARGETOS": "linux", "TARGETARCH": "amd64", "TARGETVARIANT": "",
	"TARGETSTAGE": "",
}

var userNumber = regexp.MustCompile(`^[1-9]\d*(:\d+)?$`)

// stage is what a later stage can build on.
type stage struct {
	name        string
	environment map[string]string
	user        string
	userAt      []parser.Range
}

type stageChecker struct {
	report   *report
	sources  *sources
	lexer    *shell.Lex
	defaults map[string]string
	done     []stage
}

func checkStages(r *report, found *sources, escape rune, stages []instructions.Stage, arguments []instructions.ArgCommand) {
	c := &stageChecker{report: r, sources: found, lexer: shell.NewLex(escape), defaults: map[string]string{}}
	known := maps.Clone(platformArguments)
	for _, argument := range arguments {
		c.addArguments(&argument, known)
	}
	c.defaults = known
	for index := range stages {
		c.checkStage(&stages[index], index == len(stages)-1)
	}
	last := c.done[len(c.done)-1]
	switch {
	case last.user == "":
		r.add(stages[len(stages)-1].Location, "the image runs as root: end with USER and a number that is not 0, such as USER 1000")
	case !userNumber.MatchString(last.user):
		r.add(last.userAt, "USER %s: use a number that is not 0; of a name Kubernetes cannot tell whether it is root", last.user)
	}
}

func (c *stageChecker) checkStage(s *instructions.Stage, isLast bool) {
	current := stage{name: s.Name, environment: map[string]string{}}
	if _, taken := c.find(s.Name); s.Name != "" && taken {
		c.report.add(s.Location, "DuplicateStageName: %s", linter.RuleDuplicateStageName.Format(s.Name))
	}
	base := c.expand(s.BaseName, c.defaults, s.Location)
	if parent, found := c.find(base); found {
		current.environment = maps.Clone(parent.environment)
		current.user, current.userAt = parent.user, parent.userAt
	} else if base != "scratch" {
		c.checkImage(base, s.Location)
	}
	for _, command := range s.Commands {
		c.checkCommand(command, &current, isLast)
	}
	c.done = append(c.done, current)
}

func (c *stageChecker) checkCommand(command instructions.Command, current *stage, isLast bool) {
	location := command.Location()
	switch typed := command.(type) {
	case *instructions.ArgCommand:
		c.addArguments(typed, current.environment)
	case *instructions.EnvCommand:
		for _, pair := range typed.Env {
			c.checkSecret("ENV", pair.Key, location)
			current.environment[pair.Key] = c.expand(pair.Value, current.environment, nil)
		}
	case *instructions.UserCommand:
		current.user, current.userAt = c.expand(typed.User, current.environment, location), location
	case *instructions.CopyCommand:
		if typed.From != "" {
			c.checkFrom(c.expand(typed.From, c.defaults, location), location)
			return
		}
		c.checkSources("COPY", typed.SourcePaths, current.environment, location)
	case *instructions.AddCommand:
		c.checkAdd(typed, current.environment)
	case *instructions.RunCommand:
		for _, mount := range instructions.GetMounts(typed) {
			if mount.From != "" {
				c.checkFrom(mount.From, location)
			}
		}
	case *instructions.CmdCommand:
		c.checkForm("CMD", typed.PrependShell && isLast, location)
	case *instructions.EntrypointCommand:
		c.checkForm("ENTRYPOINT", typed.PrependShell && isLast, location)
	}
}

func (c *stageChecker) addArguments(command *instructions.ArgCommand, environment map[string]string) {
	for _, argument := range command.Args {
		c.checkSecret("ARG", argument.Key, command.Location())
		if argument.Value != nil {
			environment[argument.Key] = c.expand(*argument.Value, environment, nil)
		} else {
			environment[argument.Key] = c.defaults[argument.Key]
		}
	}
}

func (c *stageChecker) checkSecret(instruction, name string, location []parser.Range) {
	if secretName.MatchString(name) && !notSecret.MatchString(name) {
		c.report.add(location, "SecretsUsedInArgOrEnv: %s: whoever has the image can read it; use RUN --mount=type=secret, or give it to the container when it starts",
			linter.RuleSecretsUsedInArgOrEnv.Format(instruction, name))
	}
}

func (c *stageChecker) checkAdd(command *instructions.AddCommand, environment map[string]string) {
	var local []string
	for _, source := range command.SourcePaths {
		if !strings.Contains(source, "://") {
			local = append(local, source)
		} else if command.Checksum == "" {
			c.report.add(command.Location(), "ADD %s: give a --checksum, or it can be something else tomorrow", source)
		}
	}
	c.checkSources("ADD", local, environment, command.Location())
}

func (c *stageChecker) checkSources(instruction string, paths []string, environment map[string]string, location []parser.Range) {
	for _, source := range paths {
		c.sources.check(c.report, location, instruction, c.expand(source, environment, location))
	}
}

func (c *stageChecker) checkForm(instruction string, throughShell bool, location []parser.Range) {
	if throughShell {
		c.report.add(location, "JSONArgsRecommended: %s", linter.RuleJSONArgsRecommended.Format(instruction))
	}
}

// checkFrom looks at where files are copied from: a stage above, by name or
// number, or an image.
func (c *stageChecker) checkFrom(from string, location []parser.Range) {
	if index, err := strconv.Atoi(from); err == nil && index >= 0 && index < len(c.done) {
		return
	}
	if _, found := c.find(from); !found {
		c.checkImage(from, location)
	}
}

func (c *stageChecker) checkImage(image string, location []parser.Range) {
	name := image[strings.LastIndex(image, "/")+1:]
	if strings.Contains(name, "@") || (strings.Contains(name, ":") && !strings.HasSuffix(name, ":latest")) {
		return
	}
	names := []string{}
	for _, done := range c.done {
		if done.name != "" {
			names = append(names, done.name)
		}
	}
	if len(names) > 0 && !strings.Contains(image, "/") {
		c.report.add(location, "%s is no stage above this line (there are: %s), and as an image it has no version", image, strings.Join(names, ", "))
		return
	}
	c.report.add(location, "image %s has no version: write one behind it, as in node:24", image)
}

func (c *stageChecker) find(name string) (stage, bool) {
	index := slices.IndexFunc(c.done, func(done stage) bool {
		return done.name != "" && strings.EqualFold(done.name, name)
	})
	if index < 0 {
		return stage{}, false
	}
	return c.done[index], true
}

// expand fills in variables. Without a location it does not mind one that has
// no value: PATH and the like come from the image.
func (c *stageChecker) expand(word string, environment map[string]string, location []parser.Range) string {
	pairs := make([]string, 0, len(environment))
	for name, value := range environment {
		pairs = append(pairs, name+"="+value)
	}
	expanded, unmatched, err := c.lexer.ProcessWord(word, shell.EnvsFromSlice(pairs))
	if err != nil {
		if location != nil {
			c.report.add(location, "%s: %s", word, err)
		}
		return word
	}
	if location != nil {
		for _, name := range slices.Sorted(maps.Keys(unmatched)) {
			c.report.add(location, "%s: %s has no value here; give it one with ARG %s=…", word, name, name)
		}
	}
	return expanded
}
