package main

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

// sources are the files of the project that a COPY can take.
type sources struct {
	directory  string
	ignoreFile string
	// nil: nothing is left out
	ignored *patternmatcher.PatternMatcher
}

// openSources reads what is left out of the build, as BuildKit does: only
// podman and buildah look at .containerignore, all look at .dockerignore.
func openSources(directory, containerfile string, r *report) (*sources, error) {
	found := &sources{directory: directory}
	for _, name := range []string{containerfile + ".dockerignore", ".dockerignore"} {
		file, err := os.Open(filepath.Join(directory, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		defer file.Close()
		patterns, err := ignorefile.ReadAll(file)
		if err != nil {
			return nil, err
		}
		matcher, err := patternmatcher.New(patterns)
		if err != nil {
			r.add(nil, "%s: %s", name, err)
			return found, nil
		}
		found.ignoreFile, found.ignored = name, matcher
		return found, nil
	}
	if _, err := os.Stat(filepath.Join(directory, ".containerignore")); err == nil {
		r.add(nil, "Docker and BuildKit do not read .containerignore: call it .dockerignore, which podman reads as well")
	}
	return found, nil
}

func (s *sources) isIgnored(source string) bool {
	// what comes back after a "!" is not worth guessing; BuildKit does not either
	if s.ignored == nil || s.ignored.Exclusions() || source == "." {
		return false
	}
	matches, err := s.ignored.MatchesOrParentMatches(source)
	return err == nil && matches
}

// check says whether a source of a COPY or ADD will be there.
func (s *sources) check(r *report, location []parser.Range, instruction, source string) {
	// the build never sees more than the project: "../x" is "x" there
	name := strings.TrimPrefix(path.Clean("/"+filepath.ToSlash(source)), "/")
	if name == "" {
		name = "."
	}
	matches, err := filepath.Glob(filepath.Join(s.directory, filepath.FromSlash(name)))
	if err != nil {
		r.add(location, "%s %s: %s", instruction, source, err)
		return
	}
	if len(matches) == 0 {
		r.add(location, "%s %s: the project has no such file; a file that a build makes comes from a stage (COPY --from)", instruction, source)
		return
	}
	for _, match := range matches {
		relative, err := filepath.Rel(s.directory, match)
		if err == nil && !s.isIgnored(filepath.ToSlash(relative)) {
			return
		}
	}
	r.add(location, "%s %s: %s leaves it out of the build", instruction, source, s.ignoreFile)
}
