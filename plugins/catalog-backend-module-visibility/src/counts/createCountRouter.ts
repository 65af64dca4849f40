import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { readEntityReaders } from '@nerds/plugin-access-common';
import { Router, type Request, type RequestHandler } from 'express';
import { parseCountQuestion, parseFacetQuestion } from './questions';
import type { VisibleEntityCounter } from './VisibleEntityCounter';

/**
 * Answers for people what the catalog would count for them: the facets, and how
 * many entities a list has. It stands in front of the catalog and speaks as the
 * catalog does. What it does not know it leaves to the catalog: other callers,
 * other rights than the portal's own, and questions with a mistake.
 *
 * @internal
 */
export function createCountRouter(options: {
  auditor: AuditorService;
  counter: VisibleEntityCounter;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Router {
  const { auditor, counter, httpAuth, permissions } = options;

  async function findReaders(req: Request): Promise<string[] | undefined> {
    const [decision] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials: await httpAuth.credentials(req) },
    );
    const readers = readEntityReaders(decision);
    return Array.isArray(readers) && readers.length > 0 ? readers : undefined;
  }

  function answer<Question extends {}>(route: {
    parse: (query: unknown) => Question | undefined;
    /** The event of the catalog's own route. */
    event: { eventId: string; meta?: Record<string, string> };
    count: (question: Question, readers: string[]) => Promise<object>;
  }): RequestHandler {
    async function countFor(req: Request): Promise<object | undefined> {
      const question = route.parse(req.query);
      const readers = question && (await findReaders(req));
      if (!readers) return undefined;
      const event = await auditor.createEvent({ ...route.event, request: req });
      try {
        const body = await route.count(question, readers);
        await event.success();
        return body;
      } catch (error) {
        await event.fail({ error: error as Error });
        throw error;
      }
    }
    return (req, res, next) => {
      countFor(req).then(body => (body ? res.json(body) : next()), next);
    };
  }

  const router = Router();
  router.get(
    '/entity-facets',
    answer({
      parse: parseFacetQuestion,
      event: { eventId: 'entity-facets' },
      count: async (question, readers) => ({
        facets: await counter.countFacets(question, readers),
      }),
    }),
  );
  router.get(
    '/entities/by-query',
    answer({
      parse: parseCountQuestion,
      event: { eventId: 'entity-fetch', meta: { queryType: 'by-query' } },
      count: async (question, readers) => ({
        items: [],
        totalItems: await counter.countEntities(question, readers),
        pageInfo: {},
      }),
    }),
  );
  return router;
}
