import { ANNOTATION_FIELDS } from '../model/annotationFields';
import type {
  EntityModelProblem,
  FieldPath,
} from '../problems/EntityModelProblem';
import { findSimilar } from '../problems/findSimilar';
import type { EntityModelProblemCode } from '../problems/problemTexts';
import {
  isHttpUrl,
  isEntityName,
  isEntityNamespace,
  isEntityTag,
} from './formats';
import { isFileObject, showValue, type FileObject } from './readValue';

/** Everything with this prefix is ours, so a name that we do not know is a mistake. */
const OWN_PREFIX = 'nerds.overheid.nl/';

/** Written by the catalog itself, so not a field of the model. */
const WRITTEN_BY_THE_CATALOG = ['nerds.overheid.nl/readable-by'];

const EXAMPLES = {
  name: 'paspoort-aanvragen',
  namespace: 'default',
  tags: '[java]',
  text: '"tekst"',
  links: '[{ url: "https://www.voorbeeld.nl", title: Website }]',
  url: 'https://www.voorbeeld.nl',
};

const problem = (
  code: EntityModelProblemCode,
  path: FieldPath,
  params: Record<string, string | number>,
): EntityModelProblem => ({ code, severity: 'error', path, params });

function checkFormat(
  value: unknown,
  path: FieldPath,
  rule: {
    isRight: (text: string) => boolean;
    code: EntityModelProblemCode;
    example: string;
  },
): EntityModelProblem[] {
  const { isRight, code, example } = rule;
  if (typeof value !== 'string')
    return [problem('not-text', path, { example })];
  if (isRight(value)) return [];
  return [problem(code, path, { value: showValue(value), example })];
}

function validateNames(metadata: FileObject): EntityModelProblem[] {
  const { name, namespace } = metadata;
  const path = ['metadata', 'name'];
  const problems =
    name === undefined || name === null || name === ''
      ? [problem('missing', path, { example: `name: ${EXAMPLES.name}` })]
      : checkFormat(name, path, {
          isRight: isEntityName,
          code: 'not-a-name',
          example: EXAMPLES.name,
        });
  if (namespace === undefined) return problems;
  return [
    ...problems,
    ...checkFormat(namespace, ['metadata', 'namespace'], {
      isRight: isEntityNamespace,
      code: 'not-a-namespace',
      example: EXAMPLES.namespace,
    }),
  ];
}

function validateTexts(metadata: FileObject): EntityModelProblem[] {
  return ['title', 'description'].flatMap(key => {
    const value = metadata[key];
    if (value === undefined) return [];
    return checkFormat(value, ['metadata', key], {
      isRight: text => text !== '',
      code: 'empty',
      example: EXAMPLES.text,
    });
  });
}

function validateTags(tags: unknown): EntityModelProblem[] {
  if (tags === undefined) return [];
  const path = ['metadata', 'tags'];
  const example = EXAMPLES.tags;
  if (!Array.isArray(tags)) return [problem('not-a-list', path, { example })];
  return tags.flatMap((tag, index) =>
    checkFormat(tag, [...path, index], {
      isRight: isEntityTag,
      code: 'not-a-tag',
      example: 'java',
    }),
  );
}

function validateLinks(links: unknown): EntityModelProblem[] {
  if (links === undefined) return [];
  const path = ['metadata', 'links'];
  const example = EXAMPLES.links;
  if (!Array.isArray(links)) return [problem('not-a-list', path, { example })];
  return links.flatMap((link, index) => {
    if (!isFileObject(link)) {
      const params = { example: `url: ${EXAMPLES.url}` };
      return [problem('not-an-object', [...path, index], params)];
    }
    return checkFormat(link.url, [...path, index, 'url'], {
      // mailto: and tel: are links too
      isRight: text => isHttpUrl(text) || /^(mailto|tel):\S+$/i.test(text),
      code: 'not-a-url',
      example: EXAMPLES.url,
    });
  });
}

/** Texts by name: labels and annotations. */
function validateTextsByName(
  value: unknown,
  path: FieldPath,
): EntityModelProblem[] {
  if (value === undefined) return [];
  const example = EXAMPLES.text;
  if (!isFileObject(value)) {
    const params = { example: `nerds.overheid.nl/availability: low` };
    return [problem('not-an-object', path, params)];
  }
  return Object.entries(value).flatMap(([name, text]) =>
    // what is ours is checked by the model
    typeof text === 'string' || name.startsWith(OWN_PREFIX)
      ? []
      : [problem('not-text', [...path, name], { example })],
  );
}

function validateAnnotationNames(
  kind: string,
  annotations: unknown,
): EntityModelProblem[] {
  if (!isFileObject(annotations)) return [];
  const known = ANNOTATION_FIELDS.map(({ path }) => path.at(-1)!);
  return Object.keys(annotations).flatMap((name): EntityModelProblem[] => {
    if (!name.startsWith(OWN_PREFIX)) return [];
    if (WRITTEN_BY_THE_CATALOG.includes(name)) return [];
    const path = ['metadata', 'annotations', name];
    const field = ANNOTATION_FIELDS.find(({ path: at }) => at.at(-1) === name);
    if (!field) {
      const suggestion = findSimilar(name, known);
      const params: Record<string, string> = suggestion ? { suggestion } : {};
      return [
        { code: 'unknown-annotation', severity: 'warning', path, params },
      ];
    }
    if (field.on.some(scope => scope.kind === kind)) return [];
    const allowed = field.on.map(scope => scope.kind).join(', ');
    return [
      {
        code: 'misplaced-annotation',
        severity: 'warning',
        path,
        params: { kind, allowed },
      },
    ];
  });
}

/**
 * What is wrong with `metadata`, apart from the values of our own annotations.
 *
 * @internal
 */
export function validateMetadata(
  kind: string,
  metadata: unknown,
): EntityModelProblem[] {
  if (!isFileObject(metadata)) {
    const path = ['metadata'];
    return metadata === undefined || metadata === null
      ? [problem('missing', path, { example: 'metadata: { name: … }' })]
      : [problem('not-an-object', path, { example: 'name: …' })];
  }
  const { annotations, labels, links, tags } = metadata;
  return [
    ...validateNames(metadata),
    ...validateTexts(metadata),
    ...validateTags(tags),
    ...validateLinks(links),
    ...validateTextsByName(labels, ['metadata', 'labels']),
    ...validateTextsByName(annotations, ['metadata', 'annotations']),
    ...validateAnnotationNames(kind, annotations),
  ];
}
