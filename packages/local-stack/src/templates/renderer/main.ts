/**
 * The portal's own scaffolder in a process of its own, with the actions that
 * write files and nothing else around it. Runs with Backstage's loader, because
 * packages of the portal import one another without file extensions.
 *
 * PostgreSQL is named in POSTGRES_HOST, POSTGRES_PORT, POSTGRES_USER and
 * POSTGRES_PASSWORD; requests and replies go over the channel to the parent.
 */
import { createBackend } from '@backstage/backend-defaults';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { findFreePort, LOOPBACK } from '../../network/ports.ts';
import type { RendererReply, RendererRequest } from './protocol.ts';
import { renderTemplate } from './renderTemplate.ts';

// Required, not imported: the loader makes it CommonJS, in which an import finds
// no names behind `export *`.
const { describeProblem, validateCatalogInfo, validatePubliccodeFile } =
  createRequire(import.meta.url)(
    '@nerds/plugin-entity-model-common',
  ) as typeof import('@nerds/plugin-entity-model-common');

function reply(message: RendererReply): void {
  process.send?.(message);
}

async function startScaffolder(): Promise<{ url: string; token: string }> {
  const port = await findFreePort();
  const url = `http://${LOOPBACK}:${port}`;
  const token = randomBytes(24).toString('base64url');
  const { env } = process;
  const config = new ConfigReader({
    // what is made for a test says so in the addresses in its files
    app: { baseUrl: 'https://portal.example' },
    backend: {
      baseUrl: url,
      listen: { host: LOOPBACK, port },
      database: {
        client: 'pg',
        connection: {
          host: env.POSTGRES_HOST,
          port: Number(env.POSTGRES_PORT),
          user: env.POSTGRES_USER,
          password: env.POSTGRES_PASSWORD,
        },
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'template-test' } },
        ],
      },
    },
    permission: { enabled: false },
  });
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  // The usual one reads the configuration schema of every package to know what
  // is secret: seconds, for a log that nobody else reads.
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => WinstonLogger.create({ level: 'warn' }),
    }),
  );
  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(import('@nerds/plugin-scaffolder-backend-module-compliance'));
  await backend.start();
  return { url, token };
}

function inspect(file: 'catalog-info' | 'publiccode', text: string): string[] {
  const validate =
    file === 'publiccode' ? validatePubliccodeFile : validateCatalogInfo;
  return validate(text).map(
    problem => `line ${problem.line}: ${describeProblem(problem, 'en')}`,
  );
}

const scaffolder = await startScaffolder();

async function answer(request: RendererRequest): Promise<RendererReply> {
  const { id } = request;
  if (request.type === 'inspect') {
    const problems = inspect(request.file, request.text);
    return { type: 'inspected', id, problems };
  }
  const project = await renderTemplate(scaffolder, request);
  return { type: 'rendered', id, project };
}

process.on('message', (request: RendererRequest) => {
  answer(request)
    .catch(
      (error: Error): RendererReply => ({
        type: 'failed',
        id: request.id,
        message: error.message,
      }),
    )
    .then(reply)
    // the parent is gone, and so is whoever would read it
    .catch(() => process.exit(1));
});
process.once('disconnect', () => process.exit(0));
reply({ type: 'ready' });
