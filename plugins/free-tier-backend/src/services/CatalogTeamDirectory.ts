import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { toTeamName } from '../domain/ClusterRecord';
import type { TeamDirectory } from './ClusterService';

/** Titles of teams out of the software catalogue. @internal */
export class CatalogTeamDirectory implements TeamDirectory {
  constructor(
    private readonly catalog: CatalogService,
    private readonly logger: LoggerService,
  ) {}

  async getTitles(
    teams: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>> {
    const titles = new Map(teams.map(team => [team, toTeamName(team)]));
    if (teams.length === 0) return titles;
    try {
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs: teams, fields: ['metadata', 'spec.profile'] },
        { credentials },
      );
      items.forEach((entity, index) => {
        const profile = entity?.spec?.profile as
          | { displayName?: string }
          | undefined;
        const title = entity?.metadata.title ?? profile?.displayName;
        if (title) titles.set(teams[index], title);
      });
    } catch (error) {
      // A title is not worth failing for: the bare names do as well.
      this.logger.warn(`Could not read team titles from the catalog: ${error}`);
    }
    return titles;
  }
}
