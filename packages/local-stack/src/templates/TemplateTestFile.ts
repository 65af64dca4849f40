import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CliError } from '../console/CliError.ts';

/** Beside template.yaml. @internal */
export const TEST_FILE = 'template-test.yaml';

const PATH = z.string().startsWith('/');

const schema = z.strictObject({
  kind: z.enum([
    'service',
    'website',
    'library',
    'ml-model',
    'documentation',
    'dataset',
  ]),
  values: z.record(z.string(), z.unknown()).default({}),
  files: z.array(z.string()).default([]),
  commands: z
    .array(z.strictObject({ name: z.string(), run: z.string() }))
    .default([]),
  jobs: z.array(z.string()).default([]),
  start: z
    .strictObject({
      run: z.string(),
      ready: PATH,
      metrics: PATH.optional(),
    })
    .optional(),
  api: PATH.optional(),
  pages: z.array(PATH).default([]),
  requests: z
    .array(
      z.strictObject({
        get: PATH,
        status: z.number().int(),
        type: z.string().optional(),
      }),
    )
    .default([]),
});

/**
 * What a template declares about its test; docs/how-to/make-a-template.md says
 * what each field means.
 *
 * @internal
 */
export type TemplateTest = z.infer<typeof schema>;

/**
 * Reads what a template declares about its test.
 *
 * @throws CliError that names the file, the field and the problem
 * @internal
 */
export function readTemplateTest(directory: string): TemplateTest {
  for (const name of ['template.yaml', TEST_FILE]) {
    if (!existsSync(join(directory, name))) {
      throw new CliError(
        `${directory} has no ${name}; docs/how-to/make-a-template.md says what goes into it.`,
      );
    }
  }
  const file = join(directory, TEST_FILE);
  return parseTemplateTest(readFileSync(file, 'utf8'), file);
}

/** @internal */
export function parseTemplateTest(text: string, file: string): TemplateTest {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new CliError(`${file}: ${(error as Error).message}`);
  }
  const { success, data, error } = schema.safeParse(content);
  if (!success) {
    const problems = error.issues.map(
      ({ path, message }) => `${file}: ${path.join('.') || 'file'}: ${message}`,
    );
    throw new CliError(problems.join('\n'));
  }
  return data;
}
