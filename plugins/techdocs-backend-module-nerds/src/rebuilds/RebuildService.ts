import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { NotAllowedError, toError } from '@backstage/errors';
import { catalogEntityRefreshPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TECHDOCS_ANNOTATION } from '@backstage/plugin-techdocs-common';
import type { DatabaseRequestedBuilds } from '../database/DatabaseRequestedBuilds';
import { problems } from '../router/problems';
import type { Rebuilds } from './Rebuilds';
import type { RequestedBuild } from './RequestedBuild';

/** The signed-in person behind a call. @internal */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** Where the call came from, for the audit log only. */
  auditRequest?: AuditorServiceCreateEventOptions['request'];
}

/**
 * Who may have documentation made again: whoever may have the catalog read the
 * entity again, which costs the portal as much. Who may see the entity may see
 * how that goes, as with every build.
 *
 * @internal
 */
export class RebuildService {
  constructor(
    private readonly options: {
      auditor: AuditorService;
      builds: DatabaseRequestedBuilds;
      catalog: CatalogService;
      /** Whether documentation is made here, and not in a pipeline. */
      isBuilder: boolean;
      permissions: PermissionsService;
      rebuilds: Rebuilds;
    },
  ) {}

  /** @throws HttpProblem when there is none that the person may see */
  async getBuild(id: string, caller: Caller): Promise<RequestedBuild> {
    const build = await this.options.builds.find(id);
    if (!build) throw problems.problem(404, 'build-not-found');
    await this.requireSite(build.entityRef, caller);
    return build;
  }

  /**
   * @throws NotAllowedError when the person may not
   * @throws HttpProblem when there is nothing to build
   */
  async request(entityRef: string, caller: Caller): Promise<RequestedBuild> {
    const { auditor, isBuilder, rebuilds } = this.options;
    const event = await auditor.createEvent({
      eventId: 'docs-build',
      severityLevel: 'medium',
      request: caller.auditRequest,
      meta: { object: entityRef },
    });
    try {
      const entity = await this.requireSite(entityRef, caller);
      await this.requireRight(entityRef, caller);
      if (!isBuilder) throw problems.problem(409, 'built-elsewhere');
      const build = await this.getBuild(await rebuilds.request(entity), caller);
      await event.success({ meta: { team: ownerOf(entity) } });
      return build;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  private async requireSite(
    entityRef: string,
    { credentials }: Caller,
  ): Promise<Entity> {
    const { catalog } = this.options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity?.metadata.annotations?.[TECHDOCS_ANNOTATION]) {
      throw problems.problem(404, 'site-not-found');
    }
    return entity;
  }

  private async requireRight(resourceRef: string, { credentials }: Caller) {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission: catalogEntityRefreshPermission, resourceRef }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) throw new NotAllowedError();
  }
}

function ownerOf({ relations = [] }: Entity): string | null {
  const owner = relations.find(({ type }) => type === RELATION_OWNED_BY);
  return owner?.targetRef ?? null;
}
