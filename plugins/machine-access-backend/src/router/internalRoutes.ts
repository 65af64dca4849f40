import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { createJsonBodyMiddleware, handle } from '@nerds/http-api';
import { getRequestContext, runInRequestContext } from '@nerds/request-context';
import type { Request, Router } from 'express';
import { z } from 'zod';
import { problems } from '../domain/problems';
import type { AuditedCredentialVerifier } from '../services/AuditedCredentialVerifier';
import type { ScopeReader } from '../services/ScopeReader';

/** The plugin that makes an identity of a verified credential. */
const VERIFYING_PLUGIN = 'plugin:auth';

const verificationRequest = z.object({
  credential: z.string().min(1),
  address: z.string().optional(),
  correlationId: z.uuid().optional(),
  request: z.string().optional(),
});

/**
 * For other plugins of the portal only: what a machine may do, and whose a
 * credential is.
 *
 * @internal
 */
export function addInternalRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    scopes: ScopeReader;
    verifier: AuditedCredentialVerifier;
  },
): void {
  const { httpAuth, scopes, verifier } = options;

  router.get(
    '/scopes/:principal',
    handle(async (req, res) => {
      await requirePlugin(httpAuth, req);
      const scope = await scopes.getScope(req.params.principal);
      if (!scope) throw problems.problem(404, 'credential-not-known');
      res.json(scope);
    }),
  );

  router.post(
    '/verifications',
    createJsonBodyMiddleware(),
    handle(async (req, res) => {
      await requirePlugin(httpAuth, req, VERIFYING_PLUGIN);
      const { success, data } = verificationRequest.safeParse(req.body);
      if (!success) throw problems.problem(400, 'body-not-object');
      const { credential, correlationId, ...use } = data;
      const scope = await runAsPartOf({ correlationId, ...use }, () =>
        verifier.verify(credential, use),
      );
      if (!scope) throw problems.problem(404, 'credential-not-known');
      res.json(scope);
    }),
  );
}

/**
 * Runs work as part of the request that the credential came with, so that the
 * audit log shows the use under the number and address of that request.
 */
function runAsPartOf<T>(
  use: { correlationId?: string; address?: string },
  work: () => T,
): T {
  const { correlationId, address } = use;
  if (correlationId === undefined) return work();
  return runInRequestContext(
    { ...getRequestContext(), correlationId, address, auditEventCount: 0 },
    work,
  );
}

/** External callers with a service token of their own are services too, but no plugins. */
async function requirePlugin(
  httpAuth: HttpAuthService,
  req: Request,
  subject?: string,
): Promise<void> {
  const { principal } = await httpAuth.credentials(req, {
    allow: ['service'],
  });
  const isAllowed = subject
    ? principal.subject === subject
    : principal.subject.startsWith('plugin:');
  if (!isAllowed) throw new NotAllowedError('For plugins of the portal only');
}
