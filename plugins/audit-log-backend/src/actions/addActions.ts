import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import { auditLogVerifyPermission } from '@nerds/plugin-audit-log-common';
import { parseEventPageQuery } from '../router/requests/parseEventQuery';
import type { AuditLogService, Caller } from '../services/AuditLogService';

interface ActionOptions {
  actions: ActionsRegistryService;
  service: AuditLogService;
  auth: AuthService;
}

function requireCaller(
  auth: AuthService,
  credentials: BackstageCredentials,
): Caller {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError('Only people and machines read the audit log');
  }
  return { credentials, userEntityRef: credentials.principal.userEntityRef };
}

/** `audit-log:list-events`. */
function addListEvents({ actions, service, auth }: ActionOptions): void {
  actions.register({
    name: 'list-events',
    title: 'List events of the audit log',
    description:
      'Lists who did what in the portal, newest first: your own acts and those on the things of your teams; for auditors everything.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          act: z
            .string()
            .optional()
            .describe('For example free-tier.cluster-delete'),
          actor: z.string().optional().describe('Entity ref of who did it'),
          object: z.string().optional(),
          result: z.enum(['succeeded', 'failed', 'refused']).optional(),
          team: z.string().optional().describe('Entity ref of a group'),
          from: z.string().optional().describe('ISO 8601, from this instant'),
          to: z.string().optional().describe('ISO 8601, before this instant'),
          limit: z.number().int().min(1).max(200).default(50),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the page before'),
        }),
      output: z =>
        z.object({
          items: z.array(
            z
              .object({
                sequence: z.number(),
                at: z.string(),
                act: z.string(),
                object: z.string().optional(),
                result: z.string(),
                actor: z.string(),
              })
              .passthrough(),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = parseEventPageQuery({ ...input, limit: `${input.limit}` });
      const page = await service.listEvents(
        query,
        requireCaller(auth, credentials),
      );
      return {
        output: { ...page, items: page.items.map(item => ({ ...item })) },
      };
    },
  });
}

/** `audit-log:verify`. */
function addVerify({ actions, service, auth }: ActionOptions): void {
  actions.register({
    name: 'verify',
    title: 'Check the chain of the audit log',
    description:
      'Computes the hashes of the whole audit log again and says whether an event was changed or removed.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: auditLogVerifyPermission,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          state: z.enum(['intact', 'broken']),
          checkedCount: z.number(),
          firstSequence: z.number().optional(),
          lastSequence: z.number().optional(),
          lastHash: z.string().optional(),
          brokenAt: z.number().optional(),
          problem: z.string().optional(),
          checkedAt: z.string(),
        }),
    },
    action: async ({ credentials }) => ({
      output: await service.verifyChain(requireCaller(auth, credentials)),
    }),
  });
}

/** What the scaffolder, MCP and the command line can do with the audit log. @internal */
export function addActions(options: ActionOptions): void {
  addListEvents(options);
  addVerify(options);
}
