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
