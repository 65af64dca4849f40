/**
 * What stands before the branch or commit in the address of a file or folder:
 * `/src/` (Gitea, Forgejo), `/blob/` or `/tree/` (GitHub), `/-/blob/` or
 * `/-/tree/` (GitLab).
 */
const REPOSITORY =
  /^((?:\/[^/]+){2,}?)(?:\/-)?\/(?:blob|edit|raw|src|tree)(?:\/|$)/;

/** `.` and `..`, also in the ways in which they can be written in an address. */
const DOT_SEGMENT = /[\\/](?:\.|%2e){1,2}(?:[\\/?#]|$)/i;

/**
 * The address of the repository that a file is in, without a slash at its end.
 *
 * @param fileUrl - page of a file in the repository, such as
 *   `https://forge.example.nl/team/service/src/branch/main/catalog-info.yaml`
 * @returns undefined when it is no such page
 * @public
 */
export function toRepositoryUrl(fileUrl: string): string | undefined {
  const file = parseAddress(fileUrl);
  const repository = file && REPOSITORY.exec(file.pathname)?.[1];
  return repository && `${file.origin}${repository}`;
}

/**
 * Whether an address is in the repository that a file is in.
 *
 * @remarks
 * The portal reads from a forge with an account that may read more than the
 * person who wrote the address. Forges and their clients do not agree on what an
 * address with dots in it means, so such an address is in no repository.
 *
 * @param url - of a file, a folder or the repository itself
 * @param fileUrl - see {@link toRepositoryUrl}
 * @public
 */
export function isInRepositoryOf(url: string, fileUrl: string): boolean {
  const inside = parseAddress(url);
  const repository = toRepositoryUrl(fileUrl);
  if (!inside || !repository) return false;
  return `${inside.origin}${inside.pathname}/`.startsWith(`${repository}/`);
}

/** @returns undefined when not everyone reads the same in it */
function parseAddress(address: string): URL | undefined {
  // a browser and `fetch` leave these out, so that they could hide dots
  const isOdd = /[\t\n\r]/.test(address) || DOT_SEGMENT.test(address);
  return isOdd || !URL.canParse(address) ? undefined : new URL(address);
}
