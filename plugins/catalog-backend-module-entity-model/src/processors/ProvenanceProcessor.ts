import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  CatalogProcessor,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ARCHIVED_AT,
  ANNOTATION_SOURCE,
  ANNOTATION_SOURCE_MODIFIED_AT,
  ANNOTATION_SOURCE_URL,
  SOURCES,
} from '@nerds/plugin-entity-model-common';

/** Of what comes from the registers of the government; see docs/how-to/connect-the-registers.md. */
const REGISTER_NAMESPACE = 'registers';

const REGISTERS: string[] = Object.values(SOURCES);

/** Only the portal can know them, of what it reads from a register. */
const WRITTEN_BY_THE_PORTAL = [
  ANNOTATION_SOURCE_URL,
  ANNOTATION_SOURCE_MODIFIED_AT,
  ANNOTATION_ARCHIVED_AT,
];

/**
 * Lets no file of a forge pass for something from a register.
 *
 * @remarks
 * The name of what is in a register follows from its id there, so anyone could
 * take it first with an entity of one's own: that of the register would then
 * never come in, and the other would pass for it. What a register brings is not
 * read from a forge.
 *
 * @internal
 */
export class ProvenanceProcessor implements CatalogProcessor {
  constructor(private readonly integrations: ScmIntegrationRegistry) {}

  getProcessorName(): string {
    return 'ProvenanceProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const isOfForge =
      location.type === 'url' &&
      this.integrations.byUrl(location.target) !== undefined;
    if (!isOfForge) return entity;
    const { namespace, annotations = {} } = entity.metadata;
    if (namespace?.toLocaleLowerCase('en-US') === REGISTER_NAMESPACE) {
      throw new InputError(
        `metadata.namespace: “${REGISTER_NAMESPACE}” is voor wat uit de registers van de overheid komt. Kies een andere of laat het veld weg. / “${REGISTER_NAMESPACE}” is for what comes from the registers of the government. Choose another or leave the field out.`,
      );
    }
    // The portal says of what it discovers which forge it is from.
    const isClaim = REGISTERS.includes(annotations[ANNOTATION_SOURCE]);
    const claimed = isClaim
      ? ANNOTATION_SOURCE
      : WRITTEN_BY_THE_PORTAL.find(name => name in annotations);
    if (claimed) {
      throw new InputError(
        `metadata.annotations.${claimed}: schrijft alleen het portaal, bij wat uit een register komt. Haal de regel weg. / is written by the portal alone, on what comes from a register. Remove the line.`,
      );
    }
    return entity;
  }
}
