import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import type { RenderedProject } from './protocol.ts';

interface TemplateStep {
  id?: string;
  action: string;
}

interface FormPage {
  properties?: Record<string, { default?: unknown }>;
}

interface Template {
  spec: {
    parameters?: FormPage | FormPage[];
    steps: TemplateStep[];
    output?: unknown;
  };
}

interface Scaffolder {
  url: string;
  token: string;
}

async function call<T>(
  { url, token }: Scaffolder,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${url}/api/scaffolder${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(explainRefusal(text));
  }
  return JSON.parse(text) as T;
}

/** The scaffolder's sentence out of its answer. */
function explainRefusal(text: string): string {
  try {
    const answer = JSON.parse(text) as {
      errors?: { property: string; message: string }[];
      error?: { message: string };
    };
    return (
      answer.error?.message ??
      answer.errors
        ?.map(({ property, message }) => `${property} ${message}`)
        .join('; ') ??
      text
    );
  } catch {
    return text; // not JSON: as it came
  }
}

/** Everything beside and below template.yaml, as the scaffolder fetches it. */
function readDirectory(directory: string) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(
      entry => entry.isFile() && !entry.parentPath.includes('/node_modules/'),
    )
    .map(entry => {
      const path = join(entry.parentPath, entry.name);
      return {
        path: relative(directory, path),
        base64Content: readFileSync(path).toString('base64'),
      };
    });
}

/** As the form does for what somebody leaves as it is. */
function listDefaults({ spec }: Template): Record<string, unknown> {
  const pages = [spec.parameters ?? []].flat();
  return Object.fromEntries(
    pages
      .flatMap(page => Object.entries(page.properties ?? {}))
      .filter(([, field]) => field.default !== undefined)
      .map(([name, field]) => [name, field.default]),
  );
}

/**
 * Renders a template with the scaffolder's dry run, without the steps that need
 * what is not here: a forge, a catalog, a cluster.
 *
 * @internal
 */
export async function renderTemplate(
  scaffolder: Scaffolder,
  request: { directory: string; values: Record<string, unknown> },
): Promise<RenderedProject> {
  const { directory, values } = request;
  const text = readFileSync(join(directory, 'template.yaml'), 'utf8');
  const template = parse(text) as Template;
  const actions = await call<{ id: string }[]>(scaffolder, '/v2/actions');
  const known = new Set(actions.map(({ id }) => id));
  const { steps } = template.spec;
  const rendered = await call<{
    directoryContents: {
      path: string;
      base64Content: string;
      executable?: boolean;
    }[];
  }>(scaffolder, '/v2/dry-run', {
    template: {
      ...template,
      spec: {
        ...template.spec,
        steps: steps.filter(({ action }) => known.has(action)),
        output: {},
      },
    },
    values: { ...listDefaults(template), ...values },
    directoryContents: readDirectory(directory),
  });
  return {
    files: rendered.directoryContents.map(file => ({
      ...file,
      executable: file.executable === true,
    })),
    leftOut: steps
      .filter(({ action }) => !known.has(action))
      .map(({ action }) => action),
  };
}
