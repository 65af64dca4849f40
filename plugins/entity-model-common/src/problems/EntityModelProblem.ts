import type { EntityModelProblemCode } from './problemTexts';

/** Languages that problems are described in. @public */
export type EntityModelLanguage = 'nl' | 'en';

/** Where something is in a file: keys of objects and positions in lists. @public */
export type FieldPath = readonly (string | number)[];

/**
 * `error`: the catalog refuses the entity. `warning`: the catalog takes it, but
 * something is missing or probably not what was meant.
 *
 * @public
 */
export type ProblemSeverity = 'error' | 'warning';

/** One thing that is not right, and where. @public */
export interface EntityModelProblem {
  code: EntityModelProblemCode;
  severity: ProblemSeverity;
  path: FieldPath;
  /** What the sentence of the code fills in, besides the field. */
  params: Record<string, string | number>;
}

/** A problem in the text of a file. @public */
export interface LocatedProblem extends EntityModelProblem {
  /** First line is 1. */
  line: number;
  /** First column is 1. */
  column: number;
  /** `Component paspoort-aanvragen`; left out when the file does not say. */
  entity?: string;
}
