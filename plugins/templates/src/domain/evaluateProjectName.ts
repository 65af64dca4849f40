/** That of a cluster of the free tier, which a project may ask for under its own name. @public */
export const PROJECT_NAME_MAX_LENGTH = 30;

/** @public */
export const PROJECT_NAME_MIN_LENGTH = 3;

/** What can be wrong with the form of a name. @public */
export type ProjectNameProblem =
  | 'required'
  | 'tooShort'
  | 'tooLong'
  | 'characters';

/**
 * Looks whether a text can be the name of a project everywhere it is used: the
 * repository, the catalog, the host name, the image and the Kubernetes objects.
 *
 * @returns what is wrong, or `undefined`
 * @public
 */
export function evaluateProjectName(
  name: string,
): ProjectNameProblem | undefined {
  if (name === '') return 'required';
  if (name.length > PROJECT_NAME_MAX_LENGTH) return 'tooLong';
  // a hyphen only between letters and digits: the strictest of all that use it
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return 'characters';
  return name.length < PROJECT_NAME_MIN_LENGTH ? 'tooShort' : undefined;
}
