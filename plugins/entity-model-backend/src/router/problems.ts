import {
  COMMON_PROBLEM_CODES,
  ProblemFactory,
  type HttpProblem,
} from '@nerds/http-api';

/** Every code that this API answers, with its sentence. @internal */
export const PROBLEM_CODES = {
  ...COMMON_PROBLEM_CODES,
  'content-type-not-yaml': {
    nl: 'Stuur de tekst van het bestand als “application/yaml”.',
    en: 'Send the text of the file as “application/yaml”.',
  },
  'body-unreadable': {
    nl: 'De tekst van het bestand kwam niet heel aan. Stuur het opnieuw.',
    en: 'The text of the file did not arrive whole. Send it again.',
  },
};

/** Builds the problems of this API. @internal */
export const problems = new ProblemFactory(PROBLEM_CODES);

/** The largest file that is looked at; with a whole API description in it. @internal */
export const FILE_LIMIT = { bytes: 1024 * 1024, text: '1 MB' };

/** What is wrong with a body that could not be read. @internal */
export function toFileProblem(error: Error): HttpProblem | undefined {
  switch ((error as { type?: unknown }).type) {
    case 'entity.too.large':
      return problems.problem(413, 'body-too-large', {
        limit: FILE_LIMIT.text,
      });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return problems.problem(415, 'content-type-not-yaml');
    case 'request.aborted':
    case 'request.size.invalid':
      return problems.problem(400, 'body-unreadable');
    default:
      return undefined;
  }
}
