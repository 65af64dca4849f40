import cors from '@fastify/cors';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { Config } from './config.ts';
import { addLocationRoutes } from './locations.ts';
import { readOpenApi } from './openApi.ts';
import { handleError, sendProblem } from './problems.ts';
import { readSecurityTxt } from './securityTxt.ts';

/** NL API Design Rules 2.2: /core/transport/security-headers. */
const SECURITY_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
};

export interface AppOptions {
  config: Config;
  /** Where the log goes; default stdout. */
  logStream?: { write(line: string): void };
}

/** A line for each answer, without the address of the caller and without what was asked. */
function addRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

function addStandardRoutes(app: FastifyInstance): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) =>
    stopping ? reply.code(503).send({ status: 'stopping' }) : { status: 'ok' },
  );
  const securityTxt = readSecurityTxt(new Date());
  app.get('/.well-known/security.txt', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(securityTxt),
  );
}

/** The whole service without a port, so that tests can use it. */
export async function buildApp({ config, logStream }: AppOptions): Promise<FastifyInstance> {
  const openApi = readOpenApi();
  const setHeaders = (reply: FastifyReply) =>
    reply.headers({ ...SECURITY_HEADERS, 'API-Version': openApi.info.version });
  const options: FastifyServerOptions = {
    // no process id, no name of a machine: the platform knows those
    logger: { level: config.logLevel, base: undefined, ...(logStream && { stream: logStream }) },
    logController: new LogController({ disableRequestLogging: true }),
    // all problems at once, and nothing left out without a word
    ajv: { customOptions: { allErrors: true, removeAdditional: false } },
    // an address that cannot be read passes no hooks
    frameworkErrors: (_error, _request, reply) => {
      setHeaders(reply);
      void sendProblem(reply, { status: 400, detail: 'Het adres klopt niet.' });
    },
  };
  const app = Fastify(options);
  app.addHook('onRequest', async (_request, reply) => {
    setHeaders(reply);
  });
  addRequestLog(app);
  await app.register(cors, {
    origin: config.corsOrigins.length > 0 ? config.corsOrigins : false,
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['API-Version'],
  });
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { status: 404, detail: 'Dit adres bestaat niet.' }),
  );
  addStandardRoutes(app);
  await app.register(
    async (api) => {
      api.get('/openapi.json', async () => openApi);
      await addLocationRoutes(api);
    },
    { prefix: '/v1' },
  );
  return app;
}
