import { getRequestContext, type RequestContext } from '@nerds/request-context';
import type {
  AuditRecorder,
  NewAuditEvent,
} from '@nerds/plugin-audit-log-node';
import { Router, type Request, type RequestHandler } from 'express';
import { getCaller } from '../callers/Caller';
import { QUIET_CALLS } from './quietCalls';
import type { RefusalLog } from './RefusalLog';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** The reasons of refusals, named as Backstage names the errors. */
const REFUSALS: Record<number, string> = {
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  429: 'TooManyRequests',
};

/** The page asks on every visit whether there is a session; a no is no attempt. */
const SESSION_CHECK = /^\/api\/auth\/[^/]+\/refresh\/?$/i;

interface Call {
  req: Request;
  /** As it came in: plugins change `req.path` while they route. */
  path: string;
  status: number;
}

function isSessionCheck({ req, path, status }: Call): boolean {
  return (
    status === 401 &&
    SESSION_CHECK.test(path) &&
    !/-refresh-token(-\d+)?=/.test(req.headers.cookie ?? '')
  );
}

function toEvent(
  { req, path, status }: Call,
  context: RequestContext,
): NewAuditEvent {
  const isRefusal = status in REFUSALS;
  const failed = isRefusal ? 'refused' : 'failed';
  return {
    act: isRefusal ? 'front-door.request-refused' : 'front-door.change',
    object: `request:${req.method} ${path}`,
    result: status < 400 ? 'succeeded' : failed,
    origin: {
      address: context.address,
      userAgent: req.headers['user-agent'],
      method: req.method,
      path,
    },
    actor: getCaller(req)?.ref ?? 'unknown',
    at: new Date().toISOString(),
    severity: 'medium',
    plugin: 'front-door',
    correlationId: context.correlationId,
    teams: [],
    ...(status >= 400 && { reason: REFUSALS[status] ?? `HTTP ${status}` }),
  };
}

/** Marks calls that change nothing, with the very matching of the plugins' routers. */
function createQuietRouter(quiet: WeakSet<Request>): Router {
  const router = Router();
  const mark: RequestHandler = (req, _res, next) => {
    quiet.add(req);
    next();
  };
  router.post(QUIET_CALLS.post, mark);
  router.put(QUIET_CALLS.put, mark);
  router.delete(QUIET_CALLS.delete, mark);
  return router;
}

/**
 * Puts on record what no plugin did: refusals, and changes without a line in
 * the audit log of their own.
 *
 * @internal
 */
export function createAuditMiddleware(options: {
  recorder: AuditRecorder;
  refusals: RefusalLog;
}): Router {
  const { recorder, refusals } = options;
  const quiet = new WeakSet<Request>();
  const router = Router();
  router.use(createQuietRouter(quiet));
  router.use((req, res, next) => {
    const context = getRequestContext();
    const { path } = req;
    res.once('finish', () => {
      const status = res.statusCode;
      const call = { req, path, status };
      const isChange = !READING.includes(req.method) && !quiet.has(req);
      const isNews = status in REFUSALS ? !isSessionCheck(call) : isChange;
      if (!context || !isNews || context.auditEventCount > 0) return;
      const event = toEvent(call, context);
      // The answer is gone already, and the recorder keeps what it cannot store yet.
      void (event.result === 'succeeded'
        ? recorder.record(event)
        : refusals.record(event, Date.now()));
    });
    next();
  });
  return router;
}
