import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ExistingRepository,
  Forge,
  ProjectDescription,
  PublishContext,
} from '../clients/Forge';
import { removeGitDirectory } from '../clients/pushWorkspace';
import type { ForgeConfig } from '../config';
import { buildCommitMessage, isOwnRepository } from '../domain/commitMessage';
import { findAuthor } from '../domain/findAuthor';
import { isRepositoryName } from '../domain/repositoryName';
import { ForgeError } from '../errors';
import { formatMessage, type Language } from '../messages';
import { examples } from './publishRepositoryAction.examples';
import type { OwnTeamCheck } from './createOwnTeamCheck';
import { withForge } from './withForge';

const DEFAULT_BRANCH = 'main';

/** Accepted: a forge that takes longer is waited for where its pages are read. */
const FILLED_TIMEOUT_MS = 20_000;
const FILLED_POLL_MS = 250;

/** A push of a new project takes less. */
const LOST_POLL_MS = 2_000;

/** What an action does when a forge has been configured. @internal */
export interface ConfiguredForge {
  config: ForgeConfig;
  forge: Forge;
  /** Values that must never be in a log or an error. */
  secrets: string[];
}

/**
 * Of an error of git or of another module's action: the sentence, without
 * credentials and without the rest, which may be a page of HTML.
 */
function describeFailure(error: unknown, secrets: string[]): string {
  const text = isError(error) ? error.message : String(error);
  const safe = secrets
    .filter(Boolean)
    .reduce((left, secret) => left.replaceAll(secret, '***'), text)
    .replace(/\/\/[^/@\s]+@/g, '//***@');
  return safe.split('\n')[0].slice(0, 300);
}

/** Whether this task filled the repository; throws when somebody else did. */
function isPublished(
  existing: ExistingRepository | undefined,
  options: { taskId: string; url: string; language: Language },
): boolean {
  if (!existing || existing.empty) return false;
  const { taskId, url, language } = options;
  if (isOwnRepository(existing.firstCommitMessages, taskId)) return true;
  throw new ConflictError(formatMessage('nameTaken', language, { url }));
}

/** Lets the team of the owner in. Only of a repository that is this task's own. */
async function giveToOwner(
  forge: Forge,
  name: string,
  context: PublishContext & { language: Language; owner?: string },
): Promise<void> {
  const { language, logger, owner, signal } = context;
  if (!owner || !forge.giveToTeam) return;
  const team = parseEntityRef(owner, { defaultKind: 'group' }).name;
  if (!(await forge.giveToTeam(name, team, signal))) {
    const { repositoryUrl: url } = forge.buildLinks(name, DEFAULT_BRANCH);
    logger.warn(formatMessage('noTeam', language, { team, url }));
  }
}

async function publishOnce(
  { forge, secrets }: ConfiguredForge,
  project: ProjectDescription,
  context: PublishContext & { language: Language },
): Promise<void> {
  const { taskId, language, logger, signal } = context;
  const { name, defaultBranch: branch } = project;
  const { repositoryUrl: url } = forge.buildLinks(name, branch);
  const look = () => forge.findRepository(name, signal);
  const existing = await look();
  if (isPublished(existing, { taskId, url, language })) {
    logger.info(formatMessage('alreadyPublished', language, { url }));
    return;
  }
  try {
    await untilLost(forge.publish(project, context, existing), async () => {
      isPublished(await look(), { taskId, url, language });
    });
  } catch (error) {
    const isClear = error instanceof ForgeError || isConflict(error);
    if (isClear || signal?.aborted) throw error;
    // Whether the push arrived the forge knows best: its answer may be lost,
    // or another task may have been quicker.
    if (!isPublished(await look(), { taskId, url, language })) {
      const reason = describeFailure(error, secrets);
      throw new ForgeError('failed', { reason }, true);
    }
  }
  await waitUntilFilled(look, signal);
  logger.info(formatMessage('created', language, { url }));
  logger.info(formatMessage('pushed', language, { branch }));
}

function isConflict(error: unknown): boolean {
  return isError(error) && error.name === 'ConflictError';
}

/**
 * Waits for the push, no longer than until somebody else has filled the
 * repository. Backstage's git repeats for a minute a push that was refused;
 * none of those can succeed, because a push is never forced.
 *
 * @param check - throws a ConflictError when somebody else was quicker
 */
async function untilLost(
  push: Promise<void>,
  check: () => Promise<void>,
): Promise<void> {
  const over = new AbortController();
  const lost = (async () => {
    for (;;) {
      await sleep(LOST_POLL_MS, undefined, { signal: over.signal });
      await check().catch(error => {
        // what else goes wrong with looking, the push meets as well
        if (isConflict(error)) throw error;
      });
    }
  })();
  try {
    await Promise.race([push, lost]);
  } finally {
    over.abort();
    // whichever comes second has nothing to tell any more
    push.catch(() => {});
    lost.catch(() => {});
  }
}

/** A forge looks at what was pushed a moment later; before that its pages say there is nothing. */
async function waitUntilFilled(
  look: () => Promise<ExistingRepository | undefined>,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + FILLED_TIMEOUT_MS;
  while ((await look())?.empty !== false && Date.now() < deadline) {
    await sleep(FILLED_POLL_MS, undefined, { signal });
  }
}

/**
 * Scaffolder action `forge:publish-repository`: makes a repository in the
 * organisation's forge and pushes the workspace to it as one commit.
 *
 * @remarks
 * It may run again at any time. Before anything is made a checkpoint says that
 * the name was free; from then on an empty repository of this name is this
 * task's own, and one with commits is when the first of them names the task. The team
 * of its owner gets it after the push, which is what says whose it is.
 * @internal
 */
export function createPublishRepositoryAction(
  configured: ConfiguredForge | undefined,
  isOwnTeam: OwnTeamCheck,
) {
  return createTemplateAction({
    id: 'forge:publish-repository',
    description:
      'Makes a repository in the forge of the organisation and pushes the workspace to it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        description: z => z.string().optional().describe('In one sentence'),
        owner: z =>
          z
            .string()
            .optional()
            .describe('Entity ref of the team; one of the person who runs it'),
        language: z =>
          z
            .enum(['nl', 'en'])
            .optional()
            .describe('Language of the messages in the log, default nl'),
      },
      output: {
        repositoryUrl: z => z.string().describe('Page of the repository'),
        cloneUrl: z => z.string().describe('Address for git clone'),
        entityUrl: z => z.string().describe('Its catalog-info.yaml'),
        defaultBranch: z => z.string().describe('Branch of the first commit'),
      },
    },
    async handler(ctx) {
      const { name, description = '', owner, language = 'nl' } = ctx.input;
      if (!configured) {
        throw new InputError(formatMessage('notConfigured', language));
      }
      if (!isRepositoryName(name)) {
        throw new InputError(formatMessage('badName', language, { name }));
      }
      const { forge, config } = configured;
      const links = forge.buildLinks(name, DEFAULT_BRANCH);
      const { logger, signal, workspacePath } = ctx;
      const { statusFile } = config;
      const work = { language, logger, signal, statusFile };
      const requireOwnTeam = async () => {
        const credentials = await ctx.getInitiatorCredentials();
        if (owner && !(await isOwnTeam(owner, credentials))) {
          throw new InputError(
            formatMessage('foreignTeam', language, { owner }),
          );
        }
      };
      const requireFree = async () => {
        if (await forge.findRepository(name, signal)) {
          const url = links.repositoryUrl;
          throw new ConflictError(
            formatMessage('nameTaken', language, { url }),
          );
        }
        return true;
      };
      if (ctx.isDryRun) {
        await requireOwnTeam();
        await withForge(work, requireFree);
        const url = links.repositoryUrl;
        logger.info(formatMessage('dryRunPublish', language, { url }));
      } else {
        const taskId = ctx.task.id;
        const project = {
          name,
          description,
          defaultBranch: DEFAULT_BRANCH,
          author: findAuthor(ctx.user),
          commitMessage: buildCommitMessage(taskId),
        };
        await ctx.checkpoint({
          key: `name-was-free-${name}`,
          fn: async () => {
            await requireOwnTeam();
            return withForge(work, requireFree);
          },
        });
        await ctx.checkpoint({
          key: `published-${name}`,
          fn: async () => {
            // a task may be retried after an access review took the team away
            await requireOwnTeam();
            return withForge(work, async () => {
              const context = {
                ...{ taskId, language, logger, signal, workspacePath },
                owner,
              };
              await publishOnce(configured, project, context);
              await giveToOwner(forge, name, context);
              await removeGitDirectory(workspacePath);
              return true;
            });
          },
        });
      }
      ctx.output('repositoryUrl', links.repositoryUrl);
      ctx.output('cloneUrl', links.cloneUrl);
      ctx.output('entityUrl', links.entityUrl);
      ctx.output('defaultBranch', DEFAULT_BRANCH);
    },
  });
}
