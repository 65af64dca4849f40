import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  CatalogProcessor,
  LocationSpec,
} from '@backstage/plugin-catalog-node';

/** Of what comes from the registers of the government; see docs/how-to/connect-the-registers.md. */
const REGISTER_NAMESPACE = 'registers';

/**
 * Keeps the namespace of the registers for the registers.
 *
 * @remarks
 * The name of what is in a register follows from its id there, so anyone could
 * take it first with an entity of one's own: that of the register would then
 * never come in, and the other would pass for it. What a register brings is not
 * read from a forge.
 *
 * @internal
 */
export class RegisterNamespaceProcessor implements CatalogProcessor {
  constructor(private readonly integrations: ScmIntegrationRegistry) {}

  getProcessorName(): string {
    return 'RegisterNamespaceProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const isOfForge =
      location.type === 'url' &&
      this.integrations.byUrl(location.target) !== undefined;
    const namespace = entity.metadata.namespace?.toLocaleLowerCase('en-US');
    if (isOfForge && namespace === REGISTER_NAMESPACE) {
      throw new InputError(
        `metadata.namespace: “${REGISTER_NAMESPACE}” is voor wat uit de registers van de overheid komt. Kies een andere of laat het veld weg. / “${REGISTER_NAMESPACE}” is for what comes from the registers of the government. Choose another or leave the field out.`,
      );
    }
    return entity;
  }
}
