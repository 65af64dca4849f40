import type { EntityField } from '../model/EntityField';
import type {
  EntityModelProblem,
  FieldPath,
  ProblemSeverity,
} from '../problems/EntityModelProblem';
import { findSimilar } from '../problems/findSimilar';
import type { EntityModelProblemCode } from '../problems/problemTexts';
import { isHttpUrl, isInstant, isReference } from './formats';
import { isFileObject, showValue } from './readValue';

/** Key with which a definition points to a file instead of holding it. */
const PLACEHOLDER = '$text';

// https://standaarden.overheid.nl/tooi, checked 2026-08
const TOOI_URI =
  /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/[a-z_]+\/[A-Za-z0-9_-]+$/;

// Logius: 8 digits of the register, 9 of the organisation, 3 zeros or digits
const OIN = /^\d{20}$/;

function report(
  field: EntityField,
  code: EntityModelProblemCode,
  params: Record<string, string | number> = {},
  options: { path?: FieldPath; severity?: ProblemSeverity } = {},
): EntityModelProblem[] {
  const { path = field.path, severity = 'error' } = options;
  return [
    { code, severity, path, params: { example: field.example, ...params } },
  ];
}

function checkOneOf(
  field: EntityField,
  text: string,
  rule: { values: readonly string[]; otherwise: ProblemSeverity },
): EntityModelProblem[] {
  if (rule.values.includes(text)) return [];
  const suggestion = findSimilar(text, rule.values);
  return report(
    field,
    'unknown-value',
    {
      value: showValue(text),
      allowed: rule.values.join(', '),
      ...(suggestion && { suggestion }),
    },
    { severity: rule.otherwise },
  );
}

function checkReferences(
  field: EntityField,
  value: unknown,
): EntityModelProblem[] {
  if (!Array.isArray(value)) return report(field, 'not-a-list');
  return value.flatMap((item, index) => {
    const path = [...field.path, index];
    if (typeof item !== 'string')
      return report(field, 'not-text', {}, { path });
    if (isReference(item)) return [];
    const params = { value: showValue(item) };
    return report(field, 'not-a-reference', params, { path });
  });
}

function checkDefinition(
  field: EntityField,
  value: unknown,
): EntityModelProblem[] {
  const pointsToFile =
    isFileObject(value) && typeof value[PLACEHOLDER] === 'string';
  const isText = typeof value === 'string' && value.trim() !== '';
  return pointsToFile || isText ? [] : report(field, 'not-a-definition');
}

function checkText(field: EntityField, text: string): EntityModelProblem[] {
  const { value: rule } = field;
  const params = { value: showValue(text) };
  const unless = (isRight: boolean, code: EntityModelProblemCode) =>
    isRight ? [] : report(field, code, params);
  switch (rule.is) {
    case 'one-of':
      return checkOneOf(field, text, rule);
    case 'reference':
      return unless(isReference(text), 'not-a-reference');
    case 'url':
      return unless(isHttpUrl(text), 'not-a-url');
    case 'instant':
      return unless(isInstant(text), 'not-an-instant');
    case 'oin':
      return unless(OIN.test(text), 'not-an-oin');
    case 'tooi-uri':
      return unless(TOOI_URI.test(text), 'not-a-tooi-uri');
    case 'score':
      return unless(/^(\d{1,2}|100)$/.test(text), 'not-a-score');
    default:
      return [];
  }
}

/**
 * What is wrong with a value that is there.
 *
 * @internal
 */
export function checkFieldValue(
  field: EntityField,
  value: unknown,
): EntityModelProblem[] {
  if (field.value.is === 'definition') return checkDefinition(field, value);
  if (field.value.is === 'references') return checkReferences(field, value);
  if (typeof value !== 'string') return report(field, 'not-text');
  if (value.trim() === '') return report(field, 'empty');
  return checkText(field, value);
}
