import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedText } from '../state/LocalizedText.ts';
import { ProgramsUnavailableError } from './buildGoProgram.ts';
import { findGoToolchain, GO_ENVIRONMENT } from './goToolchain.ts';

/**
 * Environment of a checker that Go runs from its module, and keeps in its own
 * cache. Builds as the control plane does, so that one compiled standard library
 * serves both.
 *
 * @internal
 */
export const GO_TOOL_ENVIRONMENT = {
  ...GO_ENVIRONMENT,
  GOFLAGS: `${GO_ENVIRONMENT.GOFLAGS} -trimpath`,
};

/**
 * Finds a Go that is new enough for a module.
 *
 * @param module - directory with go.mod
 * @param what - cannot be checked without it
 * @throws {@link ProgramsUnavailableError} when there is none
 * @internal
 */
export function requireGo(module: string, what: LocalizedText): string {
  const goMod = readFileSync(join(module, 'go.mod'), 'utf8');
  const go = findGoToolchain(/^go (\S+)/m.exec(goMod)![1]);
  if (go.usable) {
    return go.command;
  }
  throw new ProgramsUnavailableError({
    nl: `${what.nl} zijn hier niet te controleren: ${go.reason}.`,
    en: `${what.en} cannot be checked here: ${go.reason}.`,
  });
}
