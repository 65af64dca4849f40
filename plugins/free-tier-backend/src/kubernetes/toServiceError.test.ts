import { mockServices } from '@backstage/backend-test-utils';
import { HostClusterConflictError } from './HostClusterErrors';
import { KubeconfigError } from './KubeconfigConnection';
import { KubernetesApiError } from './KubernetesApiError';
import { HOST_CLUSTER_MESSAGES } from './hostClusterMessages';
import { toServiceError } from './toServiceError';

const SECRET = 'configmaps "secret-of-another-team" of user oidc:someone';

const apiError = (
  httpStatus: number,
  reason: string,
  message = SECRET,
  details: object = {},
) =>
  new KubernetesApiError(
    httpStatus,
    JSON.stringify({ kind: 'Status', message, reason, details }),
  );

const networkError = (code: string) =>
  Object.assign(new Error(SECRET), { code });

/** Without the stack, which a title would show. */
const toTitle = (error: any) =>
  [
    error.name,
    error.httpStatus ?? error.code ?? error.reason,
    ...(error.causes ?? []),
  ]
    .filter(Boolean)
    .join(' ') || String(error);

describe('toServiceError', () => {
  const logger = mockServices.logger.mock();

  const cases = [
    [apiError(401, 'Unauthorized'), 'HostClusterUnauthorized', 503],
    [apiError(403, 'Forbidden'), 'HostClusterForbidden', 503],
    [
      apiError(403, 'Forbidden', `exceeded quota: q, ${SECRET}`),
      'HostClusterFull',
      503,
    ],
    [
      apiError(403, 'Forbidden', SECRET, {
        causes: [{ reason: 'NamespaceTerminating' }],
      }),
      'NamespaceTerminating',
      503,
    ],
    [apiError(404, 'NotFound'), 'NamespaceMissing', 503],
    [apiError(409, 'Conflict'), 'HostClusterConflict', 503],
    [apiError(410, 'Expired'), 'HostClusterFailing', 503],
    [apiError(422, 'Invalid'), 'HostClusterRejected', 500],
    [apiError(429, 'TooManyRequests'), 'HostClusterOverloaded', 503],
    [apiError(500, 'InternalError'), 'HostClusterFailing', 503],
    [
      apiError(500, '', 'etcdserver: mvcc: database space exceeded'),
      'HostClusterFull',
      503,
    ],
    [apiError(503, 'ServiceUnavailable'), 'HostClusterFailing', 503],
    [new KubernetesApiError(502, '<html>'), 'HostClusterFailing', 503],
    [apiError(507, 'InsufficientStorage'), 'HostClusterFull', 503],
    [new KubeconfigError('Missing', SECRET), 'HostClusterNotStarted', 503],
    [new KubeconfigError('Invalid', SECRET), 'HostClusterMisconfigured', 503],
    [networkError('ECONNREFUSED'), 'HostClusterUnreachable', 503],
    [networkError('UND_ERR_SOCKET'), 'HostClusterUnreachable', 503],
    [
      new AggregateError([networkError('ECONNREFUSED')], SECRET),
      'HostClusterUnreachable',
      503,
    ],
    [new DOMException(SECRET, 'TimeoutError'), 'HostClusterTimeout', 503],
    [new DOMException(SECRET, 'AbortError'), 'HostClusterUnreachable', 503],
    [new TypeError(SECRET), 'HostClusterFailing', 503],
    ['not even an error', 'HostClusterFailing', 503],
  ] as const;

  it.each(
    cases.map(([original, reason, statusCode]) => ({
      title: toTitle(original),
      original,
      reason,
      statusCode,
    })),
  )('makes of $title: $reason', ({ original, reason, statusCode }) => {
    const error = toServiceError(original, {
      region: 'local',
      action: 'do it',
      logger,
    });

    expect(error).toMatchObject({
      reason,
      localizedMessage: {
        nl: expect.stringContaining('“local”'),
        en: expect.stringContaining('“local”'),
      },
    });
    // 503 of the class itself has no field
    const { statusCode: actual = 503 } = error as { statusCode?: number };
    expect(actual).toBe(statusCode);
  });

  it('takes nothing of the API server’s answer along, and logs it', () => {
    logger.error.mockClear();

    const error = toServiceError(apiError(403, 'Forbidden'), {
      region: 'local',
      action: 'do it',
      logger,
    });

    expect(error.cause).toBeUndefined();
    expect(
      `${error.message} ${JSON.stringify(error)} ${error.stack}`,
    ).not.toContain('secret-of-another-team');
    expect(logger.error).toHaveBeenCalledWith(
      'Could not do it in region local',
      expect.objectContaining({
        httpStatus: 403,
        error: expect.stringContaining('secret-of-another-team'),
      }),
    );
  });

  it('passes our own errors on as they are, without another log line', () => {
    logger.error.mockClear();
    logger.warn.mockClear();
    const own = new HostClusterConflictError({
      reason: 'NamespaceTaken',
      localizedMessage: { nl: 'bezet', en: 'taken' },
    });

    expect(
      toServiceError(own, { region: 'local', action: 'do it', logger }),
    ).toBe(own);
    expect(logger.error).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it.each(Object.entries(HOST_CLUSTER_MESSAGES))(
    'has a sentence for %s',
    (_, build) => {
      const { nl, en } = build('local');

      expect(nl).toMatch(/^[A-Z].*\.$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(nl).not.toBe(en);
    },
  );
});
