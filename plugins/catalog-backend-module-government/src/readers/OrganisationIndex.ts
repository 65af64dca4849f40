import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  isTooiUri,
  buildOrganisationName,
  REGISTER_NAMESPACE,
} from '../domain/names';

/** The Group in which an organisation is kept when nobody else has it. @internal */
export function toRegisterGroupRef(uri: string): string {
  return stringifyEntityRef({
    kind: 'Group',
    namespace: REGISTER_NAMESPACE,
    name: buildOrganisationName(uri),
  });
}

/** A Group of the catalog that another source than the one that asks looks after. @internal */
export interface KnownGroup {
  entityRef: string;
  tooiUri?: string;
  title?: string;
}

/**
 * Which Group of the catalog is which organisation.
 *
 * @internal
 */
export class OrganisationIndex {
  readonly #byUri = new Map<string, string>();
  readonly #byTitle = new Map<string, string>();
  readonly #refs = new Set<string>();

  constructor(groups: KnownGroup[]) {
    // A Group of the portal's own goes before one of a register.
    const isOfRegister = (group: KnownGroup) =>
      group.entityRef.startsWith(`group:${REGISTER_NAMESPACE}/`);
    const ordered = [
      ...groups.filter(isOfRegister),
      ...groups.filter(group => !isOfRegister(group)),
    ];
    for (const { entityRef, tooiUri, title } of ordered) {
      this.#refs.add(entityRef);
      if (tooiUri) this.#byUri.set(tooiUri, entityRef);
      if (title) this.#byTitle.set(title.toLocaleLowerCase('nl'), entityRef);
    }
  }

  /** The Group that someone else keeps of an organisation. */
  findByUri(uri: string): string | undefined {
    const entityRef = toRegisterGroupRef(uri);
    return (
      (isTooiUri(uri) ? this.#byUri.get(uri) : undefined) ??
      (this.#refs.has(entityRef) ? entityRef : undefined)
    );
  }

  findByTitle(title: string): string | undefined {
    return this.#byTitle.get(title.toLocaleLowerCase('nl'));
  }
}
