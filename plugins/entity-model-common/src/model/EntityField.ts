import type { EntityModelText } from '../problems/problemTexts';

/** What a field can hold. @public */
export type FieldValue =
  | { is: 'text' }
  | {
      is: 'one-of';
      values: readonly string[];
      /** What another value is: refused, or kept with a warning. */
      otherwise: 'error' | 'warning';
    }
  | { is: 'reference' }
  | { is: 'references' }
  | { is: 'url' }
  | { is: 'instant' }
  | { is: 'oin' }
  | { is: 'tooi-uri' }
  | { is: 'score' }
  | { is: 'definition' };

/** Entities that a field is about. @public */
export interface FieldScope {
  kind: string;
  /** Values of `spec.type`; all when left out. */
  types?: readonly string[];
}

/** One field of the entity model. @public */
export interface EntityField {
  path: readonly [string, ...string[]];
  on: readonly FieldScope[];
  /** `required`: an error without it. */
  presence: 'required' | 'optional';
  /** Entities that should have it: a warning without it. */
  recommendedOn?: readonly FieldScope[];
  value: FieldValue;
  /** Who writes it, when that is not the team that owns the entity. */
  writtenBy?: 'provider';
  meaning: EntityModelText;
  /** The value as it stands in a file. */
  example: string;
}
