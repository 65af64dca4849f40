import type { z } from 'zod';
import type {
  EntityModelProblem,
  FieldPath,
} from '../problems/EntityModelProblem';
import { findSimilar } from '../problems/findSimilar';
import type { EntityModelProblemCode } from '../problems/problemTexts';
import { isFileObject, readValue, showValue } from '../validation/readValue';
import { PUBLICCODE_CATEGORIES } from './categories';
import { PUBLICCODE_EXAMPLES } from './publiccodeExamples';
import {
  PUBLICCODE_CURRENT_VERSION,
  type PUBLICCODE_MAINTENANCE_TYPES,
  publiccodeSchema,
} from './publiccodeSchema';

/** Keys that the standard gave up, and what took their place. */
const DEPRECATED: Record<string, { nl: string; en: string }> = {
  monochromeLogo: {
    nl: 'Gebruik logo.',
    en: 'Use logo.',
  },
  inputTypes: { nl: 'Haal de regel weg.', en: 'Remove the line.' },
  outputTypes: { nl: 'Haal de regel weg.', en: 'Remove the line.' },
  'legal.repoOwner': {
    nl: 'Schrijf de organisatie in organisation.name.',
    en: 'Write the organisation in organisation.name.',
  },
  'legal.authorsFile': { nl: 'Haal de regel weg.', en: 'Remove the line.' },
};

function exampleOf(path: FieldPath): string {
  const key = path.findLast(part => typeof part === 'string');
  return PUBLICCODE_EXAMPLES[key ?? ''] ?? '"tekst"';
}

function build(
  code: EntityModelProblemCode,
  path: FieldPath,
  params: Record<string, string | number> = {},
  severity: 'error' | 'warning' = 'error',
): EntityModelProblem {
  return {
    code,
    severity,
    path,
    params: { example: exampleOf(path), ...params },
  };
}

function toMissing(
  path: FieldPath,
  values?: readonly unknown[],
): EntityModelProblem {
  return values
    ? build('missing-choice', path, { allowed: values.join(', ') })
    : build('missing', path, { example: `${path.at(-1)}: ${exampleOf(path)}` });
}

const WRONG_TYPES: Record<string, EntityModelProblemCode> = {
  array: 'not-a-list',
  boolean: 'not-a-boolean',
  object: 'not-an-object',
  record: 'not-an-object',
  string: 'not-text',
};

function toUnknownValue(
  path: FieldPath,
  value: unknown,
  values: readonly unknown[],
): EntityModelProblem {
  const allowed = values.map(String);
  // a version such as 0.5 without quotes is a number in YAML
  if (typeof value === 'number') {
    return build('not-text', path, { example: `"${value}"` });
  }
  const suggestion = findSimilar(String(value), allowed);
  return build('unknown-value', path, {
    value: showValue(value),
    allowed: allowed.join(', '),
    ...(suggestion && { suggestion }),
  });
}

/** One issue of zod as a problem; zod's own sentences are for programmers. */
function toProblem(issue: z.core.$ZodIssue, file: unknown): EntityModelProblem {
  const path = issue.path as FieldPath;
  const value = readValue(file, path);
  const isAbsent = value === undefined || value === null;
  const shown = isAbsent ? '' : showValue(value);
  switch (issue.code) {
    case 'invalid_value':
      return isAbsent
        ? toMissing(path, issue.values)
        : toUnknownValue(path, value, issue.values);
    case 'invalid_type':
      return isAbsent
        ? toMissing(path)
        : build(WRONG_TYPES[issue.expected] ?? 'not-text', path);
    case 'too_small':
      return Array.isArray(value) || value === ''
        ? build('empty', path)
        : build('too-short', path, {
            length: String(value).length,
            limit: Number(issue.minimum),
          });
    case 'too_big':
      return build('too-long', path, {
        length: String(value).length,
        limit: Number(issue.maximum),
      });
    case 'custom': {
      const { code, ...params } = issue.params as {
        code: EntityModelProblemCode;
      };
      return build(code, path, {
        value: shown,
        // languages and countries: far too many to list
        ...(code === 'unknown-value' && {
          allowed: 'NL, BE, DE, nl, en, fy, …',
        }),
        ...params,
      });
    }
    case 'invalid_key':
      return build('unknown-value', path, {
        value: String(path.at(-1)),
        allowed: 'nl, en, fy, …',
      });
    default:
      return build('not-text', path);
  }
}

function checkVersion(file: unknown): EntityModelProblem[] {
  const path = ['publiccodeYmlVersion'];
  const value = readValue(file, path);
  const current = PUBLICCODE_CURRENT_VERSION;
  const isCurrent = [current, `${current}.0`, '0'].includes(String(value));
  if (typeof value !== 'string' || isCurrent) return [];
  return [build('old-version', path, { value, current }, 'warning')];
}

function checkDeprecated(file: unknown): EntityModelProblem[] {
  return Object.entries(DEPRECATED).flatMap(([key, advice]) => {
    const path = key.split('.');
    if (readValue(file, path) === undefined) return [];
    const params = { 'advice-nl': advice.nl, 'advice-en': advice.en };
    return [build('deprecated-key', path, params, 'warning')];
  });
}

function checkCategories(file: unknown): EntityModelProblem[] {
  const categories = readValue(file, ['categories']);
  if (!Array.isArray(categories)) return [];
  return categories.flatMap((category, index): EntityModelProblem[] => {
    const known: readonly string[] = PUBLICCODE_CATEGORIES;
    if (typeof category !== 'string' || known.includes(category)) return [];
    const suggestion = findSimilar(category, known);
    const params = {
      value: showValue(category),
      allowed: 'https://yml.publiccode.tools/categories-list.html',
      ...(suggestion && { suggestion }),
    };
    return [build('unknown-value', ['categories', index], params)];
  });
}

/** Who maintains it has to be reachable. */
function checkMaintenance(file: unknown): EntityModelProblem[] {
  const type = readValue(file, ['maintenance', 'type']);
  const needs: Record<(typeof PUBLICCODE_MAINTENANCE_TYPES)[number], string> = {
    internal: 'contacts',
    community: 'contacts',
    contract: 'contractors',
    none: '',
  };
  const key = needs[type as keyof typeof needs];
  if (!key || readValue(file, ['maintenance', key]) !== undefined) return [];
  const path = ['maintenance', key];
  const example = `${key}: ${exampleOf(path)}`;
  const params = { other: 'maintenance.type', value: String(type), example };
  return [build('needs-field', path, params)];
}

function checkDescription(file: unknown): EntityModelProblem[] {
  const description = readValue(file, ['description']);
  const isEmpty =
    isFileObject(description) && Object.keys(description).length === 0;
  return isEmpty ? [build('empty', ['description'])] : [];
}

/** A misspelt key is as good as no key. Countries have sections of their own. */
function checkKeys(file: Record<string, unknown>): EntityModelProblem[] {
  const known = Object.keys(publiccodeSchema.shape);
  return Object.keys(file).flatMap((key): EntityModelProblem[] => {
    const isKnown = known.includes(key) || key in DEPRECATED;
    if (isKnown || /^[A-Za-z]{2}$/.test(key)) return [];
    const suggestion = findSimilar(key, known);
    const params: Record<string, string> = suggestion ? { suggestion } : {};
    return [build('unknown-key', [key], params, 'warning')];
  });
}

/**
 * Everything that is not right about a publiccode.yml, as it was read from YAML.
 *
 * @public
 */
export function validatePubliccode(file: unknown): EntityModelProblem[] {
  if (!isFileObject(file)) {
    return [build('not-an-object', [], { example: 'name: Balie' })];
  }
  const result = publiccodeSchema.safeParse(file);
  return [
    ...(result.error?.issues ?? []).map(issue => toProblem(issue, file)),
    ...checkDescription(file),
    ...checkCategories(file),
    ...checkMaintenance(file),
    ...checkVersion(file),
    ...checkDeprecated(file),
    ...checkKeys(file),
  ];
}
