import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import type { ForgeConfig } from '../config';
import type {
  ExistingRepository,
  Forge,
  ProjectDescription,
  PublishContext,
  RepositoryLinks,
} from './Forge';
import { ForgeApi } from './ForgeApi';
import { pushWorkspace } from './pushWorkspace';

/** Enough to find the first commit of a repository that is minutes old. */
const COMMITS = 'limit=50&stat=false&verification=false&files=false';

/** Gitea and Forgejo. @internal */
export class GiteaForge implements Forge {
  readonly projectsUrl: string;
  private readonly api: ForgeApi;

  constructor(
    private readonly config: ForgeConfig,
    private readonly integration: GiteaIntegrationConfig,
  ) {
    const { host, organization } = config;
    this.projectsUrl = `${integration.baseUrl}/${organization}/`;
    this.api = new ForgeApi({
      apiUrl: `${integration.baseUrl}/api/v1`,
      host,
      organization,
      getHeaders: async () => getGiteaRequestOptions(integration).headers ?? {},
    });
  }

  buildLinks(name: string, branch: string): RepositoryLinks {
    const repositoryUrl = `${this.projectsUrl}${name}`;
    return {
      repositoryUrl,
      cloneUrl: `${repositoryUrl}.git`,
      entityUrl: `${repositoryUrl}/src/branch/${branch}/catalog-info.yaml`,
    };
  }

  async findRepository(
    name: string,
    signal?: AbortSignal,
  ): Promise<ExistingRepository | undefined> {
    const path = `/repos/${this.config.organization}/${name}`;
    const found = await this.api.find<{ empty: boolean }>(path, signal);
    if (!found) return undefined;
    if (found.empty) return { empty: true, firstCommitMessages: [] };
    const commits = await this.api.find<
      { commit: { message: string }; parents: unknown[] }[]
    >(`${path}/commits?${COMMITS}`, signal);
    return {
      empty: false,
      firstCommitMessages: (commits ?? [])
        .filter(({ parents }) => parents.length === 0)
        .map(({ commit }) => commit.message),
    };
  }

  async publish(
    project: ProjectDescription,
    context: PublishContext,
    existing: ExistingRepository | undefined,
  ): Promise<void> {
    const { name, description, defaultBranch } = project;
    if (!existing) {
      // A conflict: another task was quicker, or an attempt whose answer was
      // lost. Either way the push decides, which the first of them wins.
      await this.api.create(
        `/orgs/${this.config.organization}/repos`,
        {
          name,
          description,
          private: this.config.visibility === 'private',
          default_branch: defaultBranch,
          auto_init: false,
        },
        context.signal,
      );
    }
    await pushWorkspace(project, context, {
      url: this.buildLinks(name, defaultBranch).cloneUrl,
      username: this.integration.username ?? '',
      password: this.integration.password ?? '',
    });
  }

  giveToTeam(
    name: string,
    team: string,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const repository = `/repos/${this.config.organization}/${name}`;
    return this.api.connect(
      `${repository}/teams/${encodeURIComponent(team)}`,
      signal,
    );
  }
}
