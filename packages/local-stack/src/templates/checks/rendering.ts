import { parse as parseYaml, parseAllDocuments } from 'yaml';
import type { GeneratedProject } from '../GeneratedProject.ts';

/**
 * A title and a description as somebody would type them who means no good, or
 * simply likes quotes. Every sort of file has to survive them. No longer than
 * forms allow: 60 and 150 characters.
 *
 * @internal
 */
export const HOSTILE_TEXTS = {
  title: `"Zuid": it's <script>alert(1)</script> & \${{ s.x }} {{ 7 }}`,
  description: `Eén: # geen commentaar\n- "twee" \\ \`code\` <img src=x onerror=alert(1)> & \${{ values.name }} {{ 6*7 }} {% raw %} --> */ \'\'\'`,
};

const EXPRESSIONS = /\$\{\{|\{%-?\s/;

/** Expressions of the pipelines themselves, not ours. */
const PIPELINE_CONTEXTS =
  /\$\{\{\s*(github|forgejo|gitea|secrets|env|matrix|steps|needs|vars|inputs|runner|job|strategy|hashFiles|always|format)\b[^}]*\}\}/g;

function isWorkflow(path: string): boolean {
  return /^\.(github|forgejo|gitea)\/workflows\//.test(path);
}

/** Expressions of the template that nobody filled in. @internal */
export function checkRendered(project: GeneratedProject): string[] {
  const problems: string[] = [];
  for (const path of project.paths) {
    if (path.endsWith('.njk') || EXPRESSIONS.test(path)) {
      problems.push(`${path}: the name was not rendered`);
    }
  }
  for (const [path, text] of project.texts()) {
    text.split('\n').forEach((line, index) => {
      const rest = isWorkflow(path)
        ? line.replace(PIPELINE_CONTEXTS, '')
        : line;
      if (EXPRESSIONS.test(rest)) {
        problems.push(`${path}:${index + 1}: not rendered: ${line.trim()}`);
      }
    });
  }
  return problems;
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

interface Descriptor {
  kind?: string;
  metadata?: { title?: unknown; description?: unknown };
}

function checkTexts(path: string, values: Record<string, unknown>): string[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const wanted = toOneLine(
      HOSTILE_TEXTS[field as keyof typeof HOSTILE_TEXTS],
    );
    return typeof value === 'string' && toOneLine(value) === wanted
      ? []
      : [`${path}: the ${field} came out as ${JSON.stringify(value)}`];
  });
}

function checkDescriptors(project: GeneratedProject): string[] {
  const [entity] = parseAllDocuments(
    project.read('catalog-info.yaml') ?? '',
  ).map(document => document.toJS() as Descriptor);
  const publiccode = parseYaml(project.read('publiccode.yml') ?? '') as
    | { name?: unknown }
    | undefined;
  const mkdocs = parseYaml(project.read('mkdocs.yml') ?? '') as
    | { site_name?: unknown; site_description?: unknown }
    | undefined;
  const asHtml = [mkdocs?.site_name, mkdocs?.site_description].filter(
    text => typeof text === 'string' && /[<>]/.test(text),
  );
  return [
    ...asHtml.map(text => `mkdocs.yml: the theme takes this for HTML: ${text}`),
    ...checkTexts('catalog-info.yaml', {
      title: entity?.metadata?.title,
      description: entity?.metadata?.description,
    }),
    ...checkTexts('publiccode.yml', { title: publiccode?.name }),
  ];
}

function parseByName(path: string, text: string): void {
  if (/\.ya?ml$/.test(path)) {
    for (const document of parseAllDocuments(text)) {
      const [error] = document.errors;
      // mkdocs.yml and pipelines may hold tags of their own
      if (error && error.code !== 'TAG_RESOLVE_FAILED') {
        throw error;
      }
    }
  } else if (path.endsWith('.json')) {
    JSON.parse(text);
  }
}

/**
 * Whether {@link HOSTILE_TEXTS} came out as they were typed: descriptors hold
 * them, files can still be parsed, and no page holds them as HTML.
 *
 * @internal
 */
export function checkHostileTexts(project: GeneratedProject): string[] {
  const problems: string[] = [];
  for (const [path, text] of project.texts()) {
    try {
      parseByName(path, text);
    } catch (error) {
      problems.push(`${path}: ${(error as Error).message.split('\n')[0]}`);
    }
    const isPage = /\.(md|html|njk|astro|svg|xml)$/.test(path);
    if (isPage && /<script>alert|<img src=x/.test(text)) {
      problems.push(`${path}: a text of the form is HTML here`);
    }
  }
  // what cannot be parsed is reported above, and has no fields to look at
  return problems.length > 0 ? problems : checkDescriptors(project);
}
