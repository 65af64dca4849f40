import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_CHILD_OF, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** More levels than any organization has. */
const MAX_DEPTH = 10;
/** Keeps a request of the catalog well below its limit of 100 kB. */
const BATCH_SIZE = 500;
/** A team moves to another department rarely; people sign in all the time. */
const CACHE_MS = 60_000;
/** Some ten MB; more groups than an organization has. */
const CACHE_SIZE = 50_000;
/** Between a person and the page: better without the groups above than a long wait. */
const DEADLINE_MS = 5_000;

/** Kinds of groups that teams are in without being teams themselves. */
const ORGANIZATION_TYPES = new Set(['organization', 'root']);

interface KnownGroup {
  /** Entity refs. */
  parents: string[];
  isOrganization: boolean;
  readAt: number;
}

/**
 * The groups above a team, from the catalog: who is in the team is in them too.
 *
 * @internal
 */
export class GroupAncestors {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #known = new Map<string, KnownGroup>();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /**
   * @param teams - entity refs
   * @param which - `teams` leaves organizations out: being in a department of
   * a municipality is not owning what belongs to the municipality
   * @returns entity refs of the groups above, without the teams themselves;
   * none, and a line in the log, when the catalog does not answer
   */
  async find(
    teams: string[],
    which: 'teams' | 'all' | 'none',
  ): Promise<string[]> {
    if (which === 'none' || teams.length === 0) {
      return [];
    }
    try {
      return await this.#climb(teams, which);
    } catch (error) {
      this.#logger.warn(
        `The catalog did not say which groups are above ${teams.length} teams; somebody signs in without them: ${error}`,
      );
      return [];
    }
  }

  async #climb(teams: string[], which: 'teams' | 'all'): Promise<string[]> {
    const deadline = Date.now() + DEADLINE_MS;
    const seen = new Set(teams);
    const above: string[] = [];
    let level = await this.#read(teams, deadline);
    for (let depth = 0; depth < MAX_DEPTH && level.size > 0; depth++) {
      const parents = [...level.values()].flatMap(group => group.parents);
      const unseen = [...new Set(parents)].filter(ref => !seen.has(ref));
      unseen.forEach(ref => seen.add(ref));
      level = await this.#read(unseen, deadline);
      for (const [ref, { isOrganization }] of level) {
        if (which === 'all' || !isOrganization) {
          above.push(ref);
        }
      }
    }
    return above;
  }

  /** Groups that the catalog does not have are left out: nobody can be in those. */
  async #read(
    refs: string[],
    deadline: number,
  ): Promise<Map<string, KnownGroup>> {
    const now = Date.now();
    const groups = new Map<string, KnownGroup>();
    const unknown: string[] = [];
    for (const ref of refs) {
      const group = this.#known.get(ref);
      if (group && group.readAt + CACHE_MS > now) {
        groups.set(ref, group);
      } else {
        unknown.push(ref);
      }
    }
    if (this.#known.size + unknown.length > CACHE_SIZE) {
      this.#known.clear();
    }
    for (let start = 0; start < unknown.length; start += BATCH_SIZE) {
      if (Date.now() > deadline) {
        throw new Error(`it takes longer than ${DEADLINE_MS} ms`);
      }
      const batch = unknown.slice(start, start + BATCH_SIZE);
      for (const [ref, group] of await this.#fetch(batch)) {
        this.#known.set(ref, group);
        groups.set(ref, group);
      }
    }
    return groups;
  }

  async #fetch(refs: string[]): Promise<[string, KnownGroup][]> {
    const readAt = Date.now();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['kind', 'spec.type', 'relations'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.flatMap((entity, index): [string, KnownGroup][] =>
      entity ? [[refs[index], { ...toGroup(entity), readAt }]] : [],
    );
  }
}

function toGroup(entity: Entity): Omit<KnownGroup, 'readAt'> {
  const type = String(entity.spec?.type ?? '').toLowerCase();
  return {
    parents: (entity.relations ?? [])
      .filter(relation => relation.type === RELATION_CHILD_OF)
      .map(({ targetRef }) => targetRef)
      .filter(ref => ref.startsWith('group:')),
    isOrganization: ORGANIZATION_TYPES.has(type),
  };
}
