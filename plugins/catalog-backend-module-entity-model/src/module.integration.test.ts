import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import { catalogModuleEntityModel } from './module';

const RIGHT = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: balie }
spec: { type: tool, lifecycle: production, owner: burgerzaken }
`;

const FILES: Record<string, string> = {
  '/right.yaml': RIGHT,
  '/location.yaml': `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: more }
spec: { targets: [./right.yaml] }
`,
  '/one-broken.yaml': `${RIGHT}---
apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: zaken
  annotations:
    nerds.overheid.nl/confidentiality: geheim
spec: {}
`,
  '/no-name.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  title: Balie
`,
  '/no-yaml.yaml': 'kind: Component\n  metadata: x\n',
  '/too-much.yaml': `${RIGHT}labels: { ${'x, '.repeat(10_000)} }\n`,
};

describe('catalogModuleEntityModel', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let files: Server;
  let origin: string;
  let register: (path: string, dryRun?: boolean) => Promise<any>;
  let get: (path: string) => Promise<any>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    files = createServer((req, res) => res.end(FILES[req.url!]));
    await new Promise<void>(done => files.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(files.address() as AddressInfo).port}`;
    origin = `http://${host}`;
    const knex = await databases.init('POSTGRES_18');
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleEntityModel,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { reading: { allow: [{ host }] } },
            catalog: {
              processingInterval: { seconds: 1 },
              rules: [{ allow: ['Component', 'Location', 'System'] }],
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    get = async path =>
      (await request(backend.server).get(`/api/catalog${path}`)).body;
    register = (path, dryRun = true) =>
      request(backend.server)
        .post(`/api/catalog/locations?dryRun=${dryRun}`)
        .send({ type: 'url', target: `${origin}${path}` });
  });

  afterAll(async () => {
    await stop?.();
    await new Promise(done => files.close(done));
  });

  it('takes what is right, what only has a warning, and kinds that are not ours', async () => {
    const answer = await register('/location.yaml');
    expect(answer.status).toBe(201);
    expect(answer.body.entities.map(({ kind }: any) => kind)).toEqual([
      'Location',
      'Location',
      'Component',
    ]);
  });

  it('names entity, file, field and remedy in both languages', async () => {
    const answer = await register('/one-broken.yaml');
    expect(answer.status).toBe(400);
    const { message } = answer.body.error;
    expect(message).toContain(
      `System zaken (${origin}/one-broken.yaml) klopt niet:`,
    );
    expect(message).toContain(
      '- spec.owner ontbreekt. Voeg toe: owner: group:default/burgerzaken',
    );
    expect(message).toContain(
      '- metadata.annotations["nerds.overheid.nl/confidentiality"] does not know the value “geheim”. Choose from: low, medium, high.',
    );
  });

  it.each([
    [
      '/no-name.yaml',
      'regel 3: metadata.name ontbreekt. Voeg toe: name: paspoort-aanvragen',
    ],
    ['/no-yaml.yaml', 'line 1: This is not valid YAML'],
    ['/too-much.yaml', 'line 1: This file is too large or too complicated'],
  ])('names the line of %s', async (path, expected) => {
    const answer = await register(path);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(expected);
  });

  it('keeps the rest of a file with one broken entity', async () => {
    expect((await register('/one-broken.yaml', false)).status).toBe(201);
    const find = () => get('/entities/by-name/component/default/balie');
    let entity = await find();
    for (let tries = 0; !entity.metadata && tries < 300; tries++) {
      await new Promise(done => setTimeout(done, 100));
      entity = await find();
    }
    expect(entity.metadata.name).toBe('balie');
    const refused = await get('/entities/by-name/system/default/zaken');
    expect(refused.error.name).toBe('NotFoundError');
  });
});
