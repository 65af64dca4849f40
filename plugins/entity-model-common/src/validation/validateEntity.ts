import {
  ANNOTATION_ACCESSIBILITY_STATEMENT,
  ANNOTATION_ACCESSIBILITY_STATEMENT_URL,
  ANNOTATION_PERSONAL_DATA,
  ANNOTATION_PROCESSING_RECORD_URL,
  ANNOTATION_SOURCE,
} from '../annotations';
import { ANNOTATION_FIELDS } from '../model/annotationFields';
import type { EntityField, FieldScope } from '../model/EntityField';
import { KIND_FIELDS } from '../model/kindFields';
import type {
  EntityModelProblem,
  FieldPath,
} from '../problems/EntityModelProblem';
import { SOURCES } from '../values';
import { checkFieldValue } from './checkFieldValue';
import { isFileObject, readValue, showValue } from './readValue';
import { validateMetadata } from './validateMetadata';

/** Kinds of our model; every other kind is left to whoever brought it. */
const OWN_KINDS: readonly string[] = [
  ...new Set(KIND_FIELDS.flatMap(({ on }) => on.map(({ kind }) => kind))),
];

/** The kinds of an entity, for who wants to say which there are. */
const ALL_KINDS = [...OWN_KINDS, 'Location', 'Template'];

const API_VERSIONS = ['backstage.io/v1alpha1', 'backstage.io/v1beta1'];

/** The owner of what is in a register cannot fill in more than that register knows. */
const REGISTERS: readonly unknown[] = Object.values(SOURCES);

const FIELDS: readonly EntityField[] = [...KIND_FIELDS, ...ANNOTATION_FIELDS];

function isAbout(
  scopes: readonly FieldScope[] | undefined,
  entity: unknown,
): boolean {
  const kind = readValue(entity, ['kind']);
  const type = readValue(entity, ['spec', 'type']);
  return (scopes ?? []).some(
    scope =>
      scope.kind === kind &&
      (!scope.types || scope.types.some(known => known === type)),
  );
}

function toExampleLine({ path, example }: EntityField): string {
  return `${path.at(-1)}: ${example}`;
}

function reportAbsence(
  field: EntityField,
  severity: 'error' | 'warning',
): EntityModelProblem {
  const { path, value } = field;
  const isChoice = value.is === 'one-of';
  const word = severity === 'error' ? 'missing' : 'recommended';
  return {
    code: isChoice ? `${word}-choice` : word,
    severity,
    path,
    params: isChoice
      ? { allowed: value.values.join(', ') }
      : { example: toExampleLine(field) },
  };
}

function validateField(
  field: EntityField,
  entity: unknown,
): EntityModelProblem[] {
  const value = readValue(entity, field.path);
  if (value !== undefined && value !== null) {
    return checkFieldValue(field, value);
  }
  if (field.presence === 'required') {
    // An MCP server describes itself; it has no definition.
    const describesItself =
      field.value.is === 'definition' &&
      readValue(entity, ['spec', 'type']) === 'mcp-server';
    return describesItself ? [] : [reportAbsence(field, 'error')];
  }
  const source = readValue(entity, [
    'metadata',
    'annotations',
    ANNOTATION_SOURCE,
  ]);
  if (!isAbout(field.recommendedOn, entity) || REGISTERS.includes(source)) {
    return [];
  }
  return [reportAbsence(field, 'warning')];
}

function validateEnvelope(entity: unknown): EntityModelProblem[] {
  const kind = readValue(entity, ['kind']);
  const apiVersion = readValue(entity, ['apiVersion']);
  const [example] = API_VERSIONS;
  const problems: EntityModelProblem[] = [];
  const add = (
    code: EntityModelProblem['code'],
    path: FieldPath,
    params: Record<string, string>,
  ) => problems.push({ code, severity: 'error', path, params });

  if (kind === undefined || kind === null || kind === '') {
    add('missing-choice', ['kind'], { allowed: ALL_KINDS.join(', ') });
  } else if (typeof kind !== 'string') {
    add('not-text', ['kind'], { example: 'Component' });
  }
  if (apiVersion === undefined || apiVersion === null || apiVersion === '') {
    const line = `apiVersion: ${example}`;
    add('missing', ['apiVersion'], { example: line });
  } else if (
    OWN_KINDS.some(known => known === kind) &&
    !API_VERSIONS.some(known => known === apiVersion)
  ) {
    const params = { value: showValue(apiVersion), example };
    add('unknown-api-version', ['apiVersion'], params);
  }
  return problems;
}

/** Fields that only mean something together. */
function validatePairs(entity: unknown): EntityModelProblem[] {
  const pairs = [
    {
      given: ANNOTATION_PERSONAL_DATA,
      values: ['present'],
      needs: ANNOTATION_PROCESSING_RECORD_URL,
    },
    {
      given: ANNOTATION_ACCESSIBILITY_STATEMENT,
      // E: there is no statement to link to
      values: ['A', 'B', 'C', 'D'],
      needs: ANNOTATION_ACCESSIBILITY_STATEMENT_URL,
    },
  ];
  const read = (name: string) =>
    readValue(entity, ['metadata', 'annotations', name]);
  return pairs.flatMap(({ given, values, needs }): EntityModelProblem[] => {
    const value = read(given);
    const isGiven = typeof value === 'string' && values.includes(value);
    const field = ANNOTATION_FIELDS.find(({ path }) => path.at(-1) === needs)!;
    if (!isGiven || read(needs) !== undefined) return [];
    return [
      {
        code: 'needs-field',
        severity: 'warning',
        path: field.path,
        params: { other: given, value, example: toExampleLine(field) },
      },
    ];
  });
}

/**
 * Everything that is not right about an entity, as it was read from a file.
 *
 * @remarks
 * Of kinds that are not in our model, such as Template and Location, only the
 * envelope, `metadata` and our own annotations are looked at.
 *
 * @public
 */
export function validateEntity(entity: unknown): EntityModelProblem[] {
  if (!isFileObject(entity)) {
    const params = { example: 'kind: Component' };
    return [{ code: 'not-an-object', severity: 'error', path: [], params }];
  }
  const kind = typeof entity.kind === 'string' ? entity.kind : '';
  const spec = entity.spec;
  const problems = [
    ...validateEnvelope(entity),
    ...validateMetadata(kind, entity.metadata),
  ];
  if (OWN_KINDS.includes(kind) && spec !== undefined && !isFileObject(spec)) {
    const params = { example: 'owner: group:default/burgerzaken' };
    problems.push({
      code: 'not-an-object',
      severity: 'error',
      path: ['spec'],
      params,
    });
    return problems;
  }
  const fields = FIELDS.filter(
    ({ on, path }) =>
      isAbout(on, entity) ||
      // on the wrong kind its value still has to be right
      (readValue(entity, path) !== undefined && path[1] === 'annotations'),
  );
  return [
    ...problems,
    ...fields.flatMap(field => validateField(field, entity)),
    ...validatePairs(entity),
  ];
}
