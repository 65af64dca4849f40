import type { ProblemSeverity } from './problems/EntityModelProblem';

/** Something that is not right in a file that was checked. @public */
export interface FileProblem {
  severity: ProblemSeverity;
  /** For machines. */
  code: string;
  /** Empty when it is about the file as a whole. */
  field: string;
  /** First line is 1. */
  line: number;
  /** First column is 1. */
  column: number;
  /** Kind and name, when the file says. */
  entity?: string;
  /** What is wrong and what to write, in the language of who asked. */
  detail: string;
}

/** What is not right in a file that was checked. @public */
export interface FileValidation {
  /** There are no errors; there may be warnings. */
  valid: boolean;
  /** In the order of the file. */
  problems: FileProblem[];
}

/** One reason why the catalog did not take an entity over. @public */
export interface EntityErrorProblem {
  field?: string;
  line?: number;
  /** What is wrong and, where that is known, what to write. */
  detail: string;
}

/** An entity that the catalog could not take over as it is now. @public */
export interface EntityError {
  entityRef: string;
  /** Entity ref; absent when the entity does not say, or not well enough. */
  owner?: string;
  /** Where to repair it; absent when that is no address. */
  fileUrl?: string;
  /** When the catalog last found a change in it. ISO 8601, UTC. */
  lastSeenAt: string;
  /** An earlier version of it can still be found. */
  isInCatalog: boolean;
  problems: EntityErrorProblem[];
}

/** @public */
export interface EntityErrorPage {
  items: EntityError[];
  /** On all pages together, of what the asker may see. */
  totalItems: number;
  /** For the next page; absent on the last. */
  nextCursor?: string;
}
