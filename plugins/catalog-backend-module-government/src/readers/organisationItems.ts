import {
  mapOrganisation,
  toOrganisationLocationKey,
  type Organisation,
} from '../domain/mapOrganisation';
import { toFingerprint } from './fingerprint';
import {
  toRegisterGroupRef,
  type OrganisationIndex,
} from './OrganisationIndex';
import type { SourceItem } from './SourceReader';

/**
 * Finds the owners of what stands in a register.
 *
 * @remarks
 * An organisation that is in the catalog already owns its things by that Group.
 * For one that is not, the register brings a Group itself, so that no entity has
 * an owner that does not exist.
 *
 * @internal
 */
export class OwnerFinder {
  readonly #brought = new Set<string>();

  constructor(
    private readonly source: string,
    private readonly organisations: OrganisationIndex,
  ) {}

  toOwnerRef({ uri }: Organisation): string {
    return this.organisations.findByUri(uri) ?? toRegisterGroupRef(uri);
  }

  /** Items for the Groups, each once in a run. */
  listGroups(organisations: Organisation[]): SourceItem[] {
    return organisations.flatMap(organisation => {
      const { uri } = organisation;
      if (this.#brought.has(uri)) return [];
      this.#brought.add(uri);
      const isThere = this.organisations.findByUri(uri) !== undefined;
      const entity = mapOrganisation(organisation, this.source);
      return [
        {
          itemId: `organisation:${uri}`,
          itemUrl: uri,
          fingerprint: toFingerprint([entity, isThere]),
          locationKey: toOrganisationLocationKey(uri),
          onVanish: 'remove' as const,
          // one that is there by now is left to whoever brought it
          load: async () => (isThere ? undefined : { entity }),
        },
      ];
    });
  }
}
