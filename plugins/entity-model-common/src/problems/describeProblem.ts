import type {
  EntityModelLanguage,
  EntityModelProblem,
  FieldPath,
} from './EntityModelProblem';
import { ENTITY_MODEL_PROBLEM_TEXTS } from './problemTexts';

const WHOLE_FILE = { nl: 'Het bestand', en: 'The file' };

const DID_YOU_MEAN = {
  nl: ' Bedoelt u “{suggestion}”?',
  en: ' Do you mean “{suggestion}”?',
};

/**
 * A path as developers write it: `metadata.annotations["nerds.overheid.nl/oin"]`,
 * `metadata.tags[0]`.
 *
 * @public
 */
export function formatFieldPath(path: FieldPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (!/^[\w-]+$/.test(part)) return `${text}["${part}"]`;
    return text ? `${text}.${part}` : part;
  }, '');
}

function fill(
  sentence: string,
  values: Record<string, string | number>,
): string {
  return sentence.replace(/\{(\w+)\}/g, (part, key) =>
    Object.hasOwn(values, key) ? String(values[key]) : part,
  );
}

/**
 * The sentence for a person: which field, what is wrong with it, what to do.
 *
 * @public
 */
export function describeProblem(
  problem: EntityModelProblem,
  language: EntityModelLanguage,
): string {
  const { code, params, path } = problem;
  const advice = params[`advice-${language}`];
  return fill(ENTITY_MODEL_PROBLEM_TEXTS[code][language], {
    ...params,
    field: formatFieldPath(path) || WHOLE_FILE[language],
    suggestion: params.suggestion ? fill(DID_YOU_MEAN[language], params) : '',
    ...(advice !== undefined && { advice }),
  });
}
