import type { LoggerService } from '@backstage/backend-plugin-api';

/** What a new project is called and who began it. @internal */
export interface ProjectDescription {
  name: string;
  description: string;
  author: { name: string; email: string };
  /** Whole message of the first commit. */
  commitMessage: string;
  defaultBranch: string;
}

/** A repository as the forge knows it. @internal */
export interface ExistingRepository {
  /** Nothing has been pushed to it. */
  empty: boolean;
  /**
   * Messages of its first commits, which have none before them; none when it has
   * been worked on for long. Anyone can have written what came later.
   */
  firstCommitMessages: string[];
}

/** Where to find a project. @internal */
export interface RepositoryLinks {
  repositoryUrl: string;
  cloneUrl: string;
  /** Its catalog-info.yaml, as the catalog reads it. */
  entityUrl: string;
}

/** A task as far as publishing needs it. @internal */
export interface PublishContext {
  taskId: string;
  workspacePath: string;
  logger: LoggerService;
  signal?: AbortSignal;
}

/**
 * Where projects get their repository: one organisation of one forge.
 *
 * @remarks
 * Methods throw `ForgeError` for what a person can do something about; no
 * answer of the forge and no credential ever gets into an error.
 * @internal
 */
export interface Forge {
  /** Address below which all projects are, ending in a slash. */
  readonly projectsUrl: string;

  buildLinks(name: string, branch: string): RepositoryLinks;

  /** @returns undefined when the name is free */
  findRepository(
    name: string,
    signal?: AbortSignal,
  ): Promise<ExistingRepository | undefined>;

  /**
   * Makes the repository and pushes the workspace to it as one commit.
   *
   * @param existing - the repository of an attempt that ended before the push
   */
  publish(
    project: ProjectDescription,
    context: PublishContext,
    existing: ExistingRepository | undefined,
  ): Promise<void>;

  /**
   * Lets the members of a team write to a project. Absent: the forge takes who
   * may do so from the group that the project is in.
   *
   * @returns false when there is no such team, or it may not be given the project
   */
  giveToTeam?(
    name: string,
    team: string,
    signal?: AbortSignal,
  ): Promise<boolean>;
}
