import {
  failedBecause,
  lacking,
  PASSED,
  skippedBecause,
  type StepResult,
} from './results.ts';

/** One line of `yarn npm audit --json`. @internal */
export interface Advisory {
  value: string;
  children: {
    ID: number | string;
    Issue: string;
    URL?: string;
    Severity: string;
    'Tree Versions'?: string[];
  };
}

/** An advisory that is accepted for a while, in `.ci/audit-exceptions.json`. @internal */
export interface AuditException {
  id: number | string;
  package: string;
  reason: string;
  /** Last day on which it is accepted, `YYYY-MM-DD`. */
  until: string;
}

/** How a registry that cannot audit answers. */
const NO_ENDPOINT = /response code:? (400|404|405|501)/i;
const BLOCKING = new Set(['critical', 'high']);

/** Other lines (yarn's own messages) are left out. @internal */
export function parseAdvisories(output: string): Advisory[] {
  return output.split('\n').flatMap(line => {
    try {
      const parsed = JSON.parse(line) as Partial<Advisory>;
      return parsed.children?.Severity ? [parsed as Advisory] : [];
    } catch {
      return []; // not JSON: a message
    }
  });
}

/**
 * Judges what an audit found.
 *
 * @param options - `today` as `YYYY-MM-DD`; `environment` tells CI from a person, default the process's
 * @internal
 */
export function evaluateAudit(options: {
  exitCode: number;
  output: string;
  exceptions: AuditException[];
  today: string;
  environment?: NodeJS.ProcessEnv;
}): StepResult {
  const { exitCode, output, exceptions, today, environment } = options;
  const advisories = parseAdvisories(output);
  if (advisories.length === 0 && exitCode !== 0) {
    return NO_ENDPOINT.test(output)
      ? skippedBecause('the package registry has no audit endpoint')
      : lacking('the package registry could not be asked', environment);
  }
  const open = advisories.filter(
    ({ value, children }) =>
      BLOCKING.has(children.Severity) &&
      !exceptions.some(
        exception =>
          String(exception.id) === String(children.ID) &&
          exception.package === value &&
          exception.until >= today,
      ),
  );
  if (open.length === 0) {
    return PASSED;
  }
  return failedBecause(
    open
      .map(
        ({ value, children }) =>
          `${children.Severity}: ${value} ${
            children['Tree Versions']?.join(', ') ?? ''
          }: ${children.Issue} (${children.ID}${
            children.URL ? `, ${children.URL}` : ''
          })`,
      )
      .join('\n'),
  );
}
