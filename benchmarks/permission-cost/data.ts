import { Client } from 'pg';

/** Things in each list. */
export const ITEM_COUNT = 1_000;

/** Team of the person who asks. */
export const TEAM = 'group:default/burgerzaken';

/** Every tenth entity is for its own team alone, so that the condition has work to do. */
const SET_APART_EVERY = 10;

/**
 * A catalog file with a thousand components, all of which the person may see.
 * They have what a component out of a repository usually has, about 2 kB each.
 */
export function buildEntities(): string {
  return Array.from({ length: ITEM_COUNT }, (_, index) =>
    JSON.stringify(buildComponent(index, index % SET_APART_EVERY === 0)),
  ).join('\n---\n');
}

function buildComponent(index: number, isSetApart: boolean) {
  const name = `component-${index}`;
  const repository = `https://git.example.org/burgerzaken/${name}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      title: `Component ${index}`,
      description: `Handles applications of residents at counter ${index}.`,
      annotations: {
        'backstage.io/source-location': `url:${repository}/`,
        'backstage.io/view-url': `${repository}/blob/main/catalog-info.yaml`,
        'backstage.io/edit-url': `${repository}/edit/main/catalog-info.yaml`,
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/kubernetes-id': name,
        ...(isSetApart && { 'nerds.overheid.nl/visibility': 'team' }),
      },
      tags: ['java', 'postgresql', 'rest'],
      links: [
        { url: `${repository}/pipelines`, title: 'Pipelines' },
        { url: `https://${name}.example.org`, title: 'Service' },
      ],
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: isSetApart ? TEAM : 'group:default/vergunningen',
      system: `system-${index % 20}`,
      dependsOn: [`component:component-${(index + 1) % ITEM_COUNT}`],
    },
  };
}

/** How to reach the database server, as the portal does. */
export interface DatabaseServer {
  host: string;
  port: number;
  user: string;
  password: string;
}

async function withClient<T>(
  server: DatabaseServer,
  database: string,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ ...server, database });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Writes a thousand clusters into the ledger that the reconciler leaves alone. */
export async function insertClusters(
  server: DatabaseServer,
  database: string,
): Promise<void> {
  await withClient(server, database, client =>
    client.query(
      `INSERT INTO clusters (id, name, owner_ref, tier, region, purpose, size,
         kubernetes_namespace, state, conditions, quota, created_by,
         created_at, ready_at, expires_at, deadline_at)
       SELECT gen_random_uuid(), 'bench-' || n, $1, 'free', 'local',
         'Benchmark permission-cost',
         '{"name":"small","quota":{},"limitRange":{}}',
         'bench-' || n, 'ready', '[]', '[]', 'user:default/dev-burgerzaken',
         now(), now(), now() + interval '90 days', now()
       FROM generate_series(1, $2::int) AS n`,
      [TEAM, ITEM_COUNT],
    ),
  );
}

/** What the server does by itself within a minute, so that the first runs are like the last. */
export async function analyze(
  server: DatabaseServer,
  database: string,
): Promise<void> {
  await withClient(server, database, client => client.query('ANALYZE'));
}

/** Drops every database whose name starts so. */
export async function dropDatabases(
  server: DatabaseServer,
  prefix: string,
): Promise<void> {
  await withClient(server, 'postgres', async client => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      await client.query(
        `DROP DATABASE ${client.escapeIdentifier(datname)} WITH (FORCE)`,
      );
    }
  });
}
