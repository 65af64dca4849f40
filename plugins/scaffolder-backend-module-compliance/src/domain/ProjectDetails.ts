/**
 * Kinds of projects; each has its own files and words.
 *
 * @internal
 */
export const PROJECT_KINDS = [
  'service',
  'website',
  'library',
  'ml-model',
  'documentation',
  'dataset',
] as const;

/** @internal */
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/**
 * Where somebody reports a weakness when the team names no place of its own:
 * the form of the National Cyber Security Centre, to which organisations of the
 * central government refer.
 *
 * @internal
 */
export const DEFAULT_SECURITY_CONTACT =
  'https://www.ncsc.nl/contact/kwetsbaarheid-melden';

/**
 * What the files say about a project. Texts come from a form: anything can be in them.
 *
 * @internal
 */
export interface ProjectDetails {
  name: string;
  title: string;
  description: string;
  /** Name of the team, without kind and namespace. */
  team: string;
  kind: ProjectKind;
  repositoryUrl: string;
  /** `https:` or `mailto:` address. */
  securityContact: string;
  /** `uri` is the one in the list of government organisations (TOOI). */
  organisation?: { name: string; uri: string };
  /** Where security.txt goes; none for what nobody visits. */
  securityTxtPath?: string;
}
