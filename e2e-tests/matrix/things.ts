import { randomBytes } from 'node:crypto';
import { expect, type APIRequestContext } from '@playwright/test';
import type {
  MatrixColumn,
  MatrixRow,
  Relation,
} from '../../plugins/permission-backend-module-nerds/src/reference/accessMatrix';
import type { Caller, Callers } from './callers';

const UNKNOWN_ID = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';

/** Entities of catalog-info/demo/services.yaml: without and with the annotation. */
const ENTITIES: Record<string, [open: string, setApart: string]> = {
  burgerzaken: ['paspoort-aanvragen', 'onderzoek-adresfraude'],
  'data-en-analyse': ['bevolkingscijfers', 'gegevens-voor-onderzoek'],
  platform: ['free-tier', 'beheerdraaiboek'],
  'portal-beheer': ['uitleg-over-rollen', 'onderzoek-toegang'],
  vergunningen: ['vergunning-aanvragen', 'toezicht-planning'],
  nobody: ['oude-website', 'oude-persoonsgids'],
};

/** Things of one caller, as the resource refs of the permissions. */
type OwnThings = Record<string, string>;

/** What everybody has, so that every question is about something that is really there. */
export class Things {
  private constructor(
    private readonly ofCallers: Record<keyof Callers, OwnThings>,
    private readonly callers: Callers,
  ) {}

  static async create(callers: Callers): Promise<Things> {
    const ofTeams = new Map<string, OwnThings>();
    const entries: [string, OwnThings][] = [];
    for (const [column, caller] of Object.entries(callers)) {
      // Who changes nothing has nothing, and is asked about what a developer has.
      const owner = column === 'auditor' ? callers.developer : caller;
      const ofTeam =
        ofTeams.get(owner.team) ?? (await createThingsOfTeam(owner));
      ofTeams.set(owner.team, ofTeam);
      const task = await startNotice(owner.api, 'entity');
      entries.push([column, { ...ofTeam, task }]);
    }
    const things = Object.fromEntries(entries) as Things['ofCallers'];
    await addReviews(things, callers);
    await addEvents(things, callers);
    return new Things(things, callers);
  }

  /** The resource ref of a thing, and nothing for what is not about a thing. */
  refFor(
    row: MatrixRow,
    column: MatrixColumn,
    relation: Relation,
  ): string | undefined {
    if (!row.kind) return undefined;
    const { noun } = row.kind;
    if (noun === 'entity') {
      return this.#entityFor(column, relation, row.isSetApart);
    }
    if (relation === 'nobody') {
      // '*' stands for all clusters, whoever has them
      return { cluster: '*', event: '999999999' }[noun] ?? UNKNOWN_ID;
    }
    return this.ofCallers[relation === 'own' ? column : 'neighbour'][noun];
  }

  #entityFor(column: MatrixColumn, relation: Relation, isSetApart: boolean) {
    const owner = this.callers[relation === 'own' ? column : 'neighbour'];
    const team = owner.team.split('/')[1];
    const known =
      ENTITIES[relation === 'nobody' ? 'nobody' : team] ?? ENTITIES.burgerzaken;
    return `component:default/${known[isSetApart ? 1 : 0]}`;
  }
}

async function postFor(
  api: APIRequestContext,
  path: string,
  data: unknown,
): Promise<{ id: string; token?: { id: string } }> {
  const response = await api.post(path, { data });
  expect(response.ok(), `${path} ${await response.text()}`).toBe(true);
  return response.json();
}

async function createThingsOfTeam({ api, team }: Caller): Promise<OwnThings> {
  const name = `matrix-${randomBytes(4).toString('hex')}`;
  const [cluster, { token }] = await Promise.all([
    postFor(api, '/api/free-tier/v1/clusters', {
      name,
      owner: team,
      tier: 'free',
      size: 'small',
      region: 'local',
      purpose: 'Rechten nagaan',
    }),
    postFor(api, '/api/machine-access/v1/tokens', {
      name,
      team,
      permissions: ['free-tier.cluster.read'],
      lifetimeDays: 1,
    }),
  ]);
  return { cluster: cluster.id, token: token!.id };
}

/** Starts a task of the template that sends a notice. */
export async function startNotice(
  api: APIRequestContext,
  recipients: 'entity' | 'broadcast',
): Promise<string> {
  const { id } = await postFor(api, '/api/scaffolder/v2/tasks', {
    templateRef: 'template:default/send-notice',
    values: { title: 'Rechten nagaan', recipients },
  });
  return id;
}

/** A review of each team; who may start one of another team than burgerzaken is made its lead first. */
async function addReviews(
  things: Record<keyof Callers, OwnThings>,
  callers: Callers,
): Promise<void> {
  const { administrator, neighbour } = callers;
  const grant = await postFor(administrator.api, '/api/access/v1/role-grants', {
    role: 'team-lead',
    subject: neighbour.user,
    team: neighbour.team,
    reason: 'Rechten nagaan',
  });
  try {
    const own = await startReview(callers['team-lead']);
    for (const column of Object.keys(things) as (keyof Callers)[]) {
      things[column].review = own;
    }
    things.neighbour.review = await startReview(neighbour);
  } finally {
    // other journeys need somebody who is no lead, also when this one fails
    await administrator.api.delete(`/api/access/v1/role-grants/${grant.id}`);
  }
}

async function startReview({ api, team }: Caller): Promise<string> {
  const find = async () => {
    const known = await api.get('/api/access/v1/reviews', {
      params: { team, state: 'open' },
    });
    if (known.status() !== 200) return undefined;
    const [open] = (await known.json()).items as { id: string }[];
    if (open) return open.id;
    const started = await api.post('/api/access/v1/reviews', {
      data: { team },
    });
    return started.ok() ? ((await started.json()).id as string) : undefined;
  };
  let id: string | undefined;
  // the rights of who was just made team lead count within seconds
  await expect.poll(async () => (id = await find())).toBeDefined();
  return id!;
}

/** An event of each team. */
async function addEvents(
  things: Record<keyof Callers, OwnThings>,
  callers: Callers,
): Promise<void> {
  for (const column of Object.keys(things) as (keyof Callers)[]) {
    const owner = callers[column === 'auditor' ? 'developer' : column];
    const find = async () => {
      const response = await callers.auditor.api.get(
        '/api/audit-log/v1/events',
        { params: { team: owner.team, act: 'free-tier.cluster-create' } },
      );
      const { items } = await response.json();
      return items[0]?.sequence as number | undefined;
    };
    await expect.poll(find).toBeDefined();
    things[column].event = String(await find());
  }
}
