import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  catalogSourceReadPermission,
  catalogSourceRunCreatePermission,
  catalogSourceRunReadPermission,
  type CatalogSource,
} from '@nerds/plugin-catalog-sources-common';
import { problems } from '../domain/problems';
import type { Caller } from './Caller';
import type { ErrorPage, SourceService } from './SourceService';

/**
 * Lets a call through only when a permission says so. Who may see the sources
 * and not their runs, sees how fresh each is and not what went wrong.
 *
 * @internal
 */
export class AuthorizedSourceService implements SourceService {
  constructor(
    private readonly inner: SourceService,
    private readonly permissions: PermissionsService,
  ) {}

  async listSources(caller: Caller) {
    const toVisible = await this.#readSources(caller);
    const { items, isComplete } = await this.inner.listSources(caller);
    return { items: items.map(toVisible), isComplete };
  }

  async getSource(id: string, caller: Caller) {
    const toVisible = await this.#readSources(caller);
    return toVisible(await this.inner.getSource(id, caller));
  }

  async listRuns(sourceId: string, caller: Caller) {
    await this.#require(catalogSourceRunReadPermission, caller);
    return this.inner.listRuns(sourceId, caller);
  }

  async getRun(id: string, page: ErrorPage, caller: Caller) {
    await this.#require(catalogSourceRunReadPermission, caller);
    return this.inner.getRun(id, page, caller);
  }

  async requestRun(sourceId: string, caller: Caller) {
    await this.#require(catalogSourceRunCreatePermission, caller);
    return this.inner.requestRun(sourceId, caller);
  }

  async #readSources(caller: Caller) {
    await this.#require(catalogSourceReadPermission, caller);
    const seesErrors = await this.#isAllowed(
      catalogSourceRunReadPermission,
      caller,
    );
    return ({ error, ...source }: CatalogSource): CatalogSource =>
      seesErrors ? { ...source, error } : source;
  }

  async #isAllowed(
    permission: BasicPermission,
    { credentials }: Caller,
  ): Promise<boolean> {
    const [{ result }] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  async #require(permission: BasicPermission, caller: Caller): Promise<void> {
    if (!(await this.#isAllowed(permission, caller))) {
      throw problems.problem(403, 'not-allowed');
    }
  }
}
