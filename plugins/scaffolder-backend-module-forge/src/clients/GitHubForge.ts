import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type GithubIntegrationConfig,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { createPublishGithubAction } from '@backstage/plugin-scaffolder-backend-module-github';
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

/** GitHub, through the action of Backstage's own module. @internal */
export class GitHubForge implements Forge {
  readonly projectsUrl: string;
  private readonly api: ForgeApi;
  private readonly credentials: GithubCredentialsProvider;
  private readonly action: ReturnType<typeof createPublishGithubAction>;

  constructor(
    private readonly config: ForgeConfig,
    integration: GithubIntegrationConfig,
    options: { integrations: ScmIntegrationRegistry; root: Config },
  ) {
    const { host, organization } = config;
    this.projectsUrl = `https://${host}/${organization}/`;
    this.credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
    this.api = new ForgeApi({
      apiUrl: integration.apiBaseUrl ?? `https://${host}/api/v3`,
      host,
      organization,
      getHeaders: async () => (await this.getCredentials()).headers ?? {},
    });
    this.action = createPublishGithubAction({
      integrations: options.integrations,
      config: options.root,
      githubCredentialsProvider: this.credentials,
    });
  }

  buildLinks(name: string, branch: string): RepositoryLinks {
    const repositoryUrl = `${this.projectsUrl}${name}`;
    return {
      repositoryUrl,
      cloneUrl: `${repositoryUrl}.git`,
      entityUrl: `${repositoryUrl}/blob/${branch}/catalog-info.yaml`,
    };
  }

  async findRepository(
    name: string,
    signal?: AbortSignal,
  ): Promise<ExistingRepository | undefined> {
    const path = `/repos/${this.config.organization}/${name}`;
    if (!(await this.api.find(path, signal))) return undefined;
    // an empty repository has no branches and answers 409 to a list of commits
    const branches = await this.api.find<unknown[]>(`${path}/branches`, signal);
    if (!branches?.length) return { empty: true, firstCommitMessages: [] };
    const commits = await this.api.find<
      { commit: { message: string }; parents: unknown[] }[]
    >(`${path}/commits?per_page=50`, signal);
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
    const { host, organization, visibility } = this.config;
    if (existing) {
      const { token } = await this.getCredentials();
      await pushWorkspace(project, context, {
        url: this.buildLinks(name, defaultBranch).cloneUrl,
        username: 'x-access-token',
        password: token ?? '',
      });
      return;
    }
    await runPublishAction(this.action, context, {
      repoUrl: `${host}?owner=${organization}&repo=${name}`,
      repoVisibility: visibility,
      defaultBranch,
      description,
      gitCommitMessage: project.commitMessage,
      gitAuthorName: project.author.name,
      gitAuthorEmail: project.author.email,
      // the organisation's own rules decide how branches are protected
      protectDefaultBranch: false,
    });
  }

  private getCredentials() {
    return this.credentials.getCredentials({ url: this.projectsUrl });
  }
}
