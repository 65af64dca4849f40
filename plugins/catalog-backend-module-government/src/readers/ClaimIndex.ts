/** An entity of the catalog that says that it is an item of a register. @internal */
export interface Claim {
  /** What the register knows the item by. */
  id: string;
  /** Groups that own the entity, with all the groups above them. */
  ownerRefs: string[];
}

/**
 * Which items of a register the catalog has already, described by their own
 * people.
 *
 * @remarks
 * Anyone who may register an entity can write any id on it. So it counts only
 * for who belongs to the organisation that published the item; else one could
 * make the API of somebody else disappear behind an entity of one's own.
 *
 * @internal
 */
export class ClaimIndex {
  readonly #ownersById = new Map<string, Set<string>>();

  constructor(claims: Claim[]) {
    for (const { id, ownerRefs } of claims) {
      const owners = this.#ownersById.get(id) ?? [];
      this.#ownersById.set(id, new Set([...owners, ...ownerRefs]));
    }
  }

  /** @param ownerRef - the Group of the organisation that published the item */
  isClaimed(id: string, ownerRef: string): boolean {
    return this.#ownersById.get(id)?.has(ownerRef) ?? false;
  }
}

/**
 * A group and every group above it.
 *
 * @param parents - the groups right above each group
 * @internal
 */
export function listWithAncestors(
  groupRef: string,
  parents: Map<string, string[]>,
): string[] {
  const found = new Set([groupRef]);
  // A set can be added to while it is walked; a circle ends by itself.
  for (const ref of found) parents.get(ref)?.forEach(up => found.add(up));
  return [...found];
}
