import { parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { BuildResult, TechDocsClient } from '../clients/TechDocsClient';
import { formatMessage } from '../messages';
import { examples } from './buildDocsAction.examples';

/** Above what one build may take, with others before it. */
const DEFAULT_TIMEOUT_MINUTES = 10;

/**
 * Scaffolder action `techdocs:build`: makes the documentation of an entity and
 * waits for it.
 *
 * @remarks
 * A build that fails is a warning: the project is there, and its documentation
 * is made again whenever someone opens it. It may run again at any time, what is
 * made already is not made twice.
 * @internal
 */
export function createBuildDocsAction(client: TechDocsClient) {
  return createTemplateAction({
    id: 'techdocs:build',
    description: 'Makes the documentation of an entity and waits for it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .describe('Entity with documentation, such as component:default/x'),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(`How long to wait, default ${DEFAULT_TIMEOUT_MINUTES}`),
        language: z =>
          z
            .enum(['nl', 'en'])
            .optional()
            .describe('Language of the messages in the log, default nl'),
      },
      output: {
        built: z => z.boolean().describe('Whether there is documentation'),
        docsUrl: z => z.string().describe('Path of its page in the portal'),
      },
    },
    async handler(ctx) {
      const {
        entityRef,
        timeoutMinutes = DEFAULT_TIMEOUT_MINUTES,
        language = 'nl',
      } = ctx.input;
      const name = parseEntityRef(entityRef, { defaultKind: 'component' });
      const url =
        `/docs/${name.namespace}/${name.kind}/${name.name}`.toLowerCase();
      ctx.output('docsUrl', url);
      if (ctx.isDryRun) {
        ctx.logger.info(formatMessage('dryRun', language));
        ctx.output('built', false);
        return;
      }
      const timeout = AbortSignal.timeout(timeoutMinutes * 60_000);
      const result = await client
        .build(name, {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal ? AbortSignal.any([ctx.signal, timeout]) : timeout,
          onLine: line => ctx.logger.info(line),
        })
        .catch((error): BuildResult => {
          // whoever cancels the task wants it to end
          ctx.signal?.throwIfAborted();
          return {
            status: 'failed',
            reason: timeout.aborted
              ? formatMessage('tooLate', language, { minutes: timeoutMinutes })
              : toError(error).message,
          };
        });
      if (result.status === 'failed') {
        const { reason } = result;
        ctx.logger.warn(formatMessage('failed', language, { reason, url }));
      } else {
        ctx.logger.info(formatMessage(result.status, language, { url }));
      }
      ctx.output('built', result.status !== 'failed');
    },
  });
}
