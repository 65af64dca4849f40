import type { Config } from '@backstage/config';
import {
  getGitLabRequestOptions,
  type GitLabIntegrationConfig,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { createPublishGitlabAction } from '@backstage/plugin-scaffolder-backend-module-gitlab';
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
import { runPublishAction } from './runPublishAction';

/** GitLab, through the action of Backstage's own module. @internal */
export class GitLabForge implements Forge {
  readonly projectsUrl: string;
  private readonly api: ForgeApi;
  private readonly action: ReturnType<typeof createPublishGitlabAction>;

  constructor(
    private readonly config: ForgeConfig,
    private readonly integration: GitLabIntegrationConfig,
    options: { integrations: ScmIntegrationRegistry; root: Config },
  ) {
    const { host, organization } = config;
    this.projectsUrl = `${integration.baseUrl}/${organization}/`;
    this.api = new ForgeApi({
      apiUrl: integration.apiBaseUrl,
      host,
      organization,
      getHeaders: async () =>
        Object.fromEntries(
          new Headers(getGitLabRequestOptions(integration).headers),
        ),
    });
    this.action = createPublishGitlabAction({
      integrations: options.integrations,
      config: options.root,
    });
  }

  buildLinks(name: string, branch: string): RepositoryLinks {
    const repositoryUrl = `${this.projectsUrl}${name}`;
    return {
      repositoryUrl,
      cloneUrl: `${repositoryUrl}.git`,
      entityUrl: `${repositoryUrl}/-/blob/${branch}/catalog-info.yaml`,
    };
  }

  async findRepository(
    name: string,
    signal?: AbortSignal,
  ): Promise<ExistingRepository | undefined> {
    const id = encodeURIComponent(`${this.config.organization}/${name}`);
    const path = `/projects/${id}`;
    const found = await this.api.find<{ empty_repo: boolean }>(path, signal);
    if (!found) return undefined;
    if (found.empty_repo) return { empty: true, firstCommitMessages: [] };
    const commits = await this.api.find<
      { message: string; parent_ids: string[] }[]
    >(`${path}/repository/commits?per_page=50`, signal);
    return {
      empty: false,
      firstCommitMessages: (commits ?? [])
        .filter(({ parent_ids: parents }) => parents.length === 0)
        .map(({ message }) => message),
    };
  }

  async publish(
    project: ProjectDescription,
    context: PublishContext,
    existing: ExistingRepository | undefined,
  ): Promise<void> {
    const { name, description, defaultBranch } = project;
    const { host, organization, visibility } = this.config;
    if (existing) {
      await pushWorkspace(project, context, {
        url: this.buildLinks(name, defaultBranch).cloneUrl,
        username: 'oauth2',
        password: this.integration.token ?? '',
      });
      return;
    }
    await runPublishAction(this.action, context, {
      repoUrl: `${host}?owner=${encodeURIComponent(organization)}&repo=${name}`,
      repoVisibility: visibility,
      defaultBranch,
      gitCommitMessage: project.commitMessage,
      gitAuthorName: project.author.name,
      gitAuthorEmail: project.author.email,
      settings: { description },
    });
  }
}
