import {
  describeProblem,
  type EntityModelLanguage,
  type EntityModelProblem,
  type LocatedProblem,
} from '@nerds/plugin-entity-model-common';

const TEXTS = {
  nl: { heading: 'klopt niet', line: 'regel' },
  en: { heading: 'is not right', line: 'line' },
};

function describeIn(
  language: EntityModelLanguage,
  problems: readonly (EntityModelProblem | LocatedProblem)[],
  subject: string,
): string {
  const { heading, line } = TEXTS[language];
  const sentences = problems.map(problem => {
    const where = 'line' in problem ? `${line} ${problem.line}: ` : '';
    return `- ${where}${describeProblem(problem, language)}`;
  });
  return [`${subject} ${heading}:`, ...sentences].join('\n');
}

/**
 * Problems as one message for a developer, in Dutch and in English: the catalog
 * keeps a message without knowing who will read it.
 *
 * @param subject - the file, and the entity when that is known
 * @internal
 */
export function describeProblems(
  problems: readonly (EntityModelProblem | LocatedProblem)[],
  subject: string,
): string {
  return `${describeIn('nl', problems, subject)}\n\n${describeIn(
    'en',
    problems,
    subject,
  )}`;
}

/** One sentence of a message of {@link describeProblems}. @internal */
export interface DescribedProblem {
  line?: number;
  detail: string;
}

/**
 * Reads back, in one language, what {@link describeProblems} wrote.
 *
 * @returns nothing for a message from elsewhere
 * @internal
 */
export function parseDescription(
  message: string,
  language: EntityModelLanguage,
): DescribedProblem[] | undefined {
  const { heading, line } = TEXTS[language];
  const start = message.indexOf(` ${heading}:\n- `);
  if (start < 0) return undefined;
  const end = message.indexOf('\n\n', start);
  const sentences = message
    .slice(start, end < 0 ? undefined : end)
    .split('\n- ')
    .slice(1);
  const numbered = new RegExp(`^${line} (\\d+): (.*)$`, 's');
  return sentences.map(sentence => {
    const [, number, detail] = numbered.exec(sentence) ?? [];
    return number ? { line: Number(number), detail } : { detail: sentence };
  });
}
