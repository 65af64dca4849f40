import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import { catalogModuleEntityModel } from '../module';

const API = '/api/v1/repos';

/** By the path under which the API of Gitea has them. */
const FILES: Record<string, string> = {
  '/team/dienst/contents/openapi.yaml': 'openapi van de dienst',
  '/team/geheim/contents/geheim.txt': 'geheim van een ander',
};

const buildEntity = (definition: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'dienst' },
  spec: {
    type: 'openapi',
    lifecycle: 'production',
    owner: 'group:default/team',
    definition: { $text: definition },
  },
});

describe('a file that is put into an entity', () => {
  const machine = createMockDirectory();
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let forge: Server;
  let origin: string;
  let stop: () => Promise<void>;
  let register: (definition: string) => Promise<request.Response>;
  let validate: (entity: object) => Promise<request.Response>;
  const read: string[] = [];

  beforeAll(async () => {
    let entity = '';
    forge = createServer((req, res) => {
      const path = new URL(req.url!, 'http://x').pathname.replace(API, '');
      read.push(path);
      const text = path.endsWith('catalog-info.yaml') ? entity : FILES[path];
      res.statusCode = text === undefined ? 404 : 200;
      const content = Buffer.from(text ?? '').toString('base64');
      res.end(JSON.stringify({ encoding: 'base64', content }));
    });
    await new Promise<void>(done => forge.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(forge.address() as AddressInfo).port}`;
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
            integrations: { gitea: [{ host, baseUrl: origin }] },
            catalog: { rules: [{ allow: ['API', 'Location'] }] },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    register = definition => {
      entity = JSON.stringify(buildEntity(definition.replace('FORGE', origin)));
      return request(backend.server)
        .post('/api/catalog/locations?dryRun=true')
        .send({
          type: 'url',
          target: `${origin}/team/dienst/src/branch/main/catalog-info.yaml`,
        });
    };
    validate = asked =>
      request(backend.server)
        .post('/api/catalog/validate-entity')
        .send({
          entity: asked,
          // whoever asks says where it would be
          location: `url:${origin}/team/geheim/src/branch/main/catalog-info.yaml`,
        });
  });

  beforeEach(() => read.splice(0));

  afterAll(async () => {
    await stop?.();
    await new Promise(done => forge.close(done));
  });

  it.each(['./openapi.yaml', 'FORGE/team/dienst/src/branch/main/openapi.yaml'])(
    'comes from its own repository: %s',
    async definition => {
      const answer = await register(definition);
      expect(answer.status).toBe(201);
      expect(answer.text).toContain('openapi van de dienst');
    },
  );

  it.each([
    'FORGE/team/geheim/src/branch/main/geheim.txt',
    'FORGE/team/geheim/a/b/main/geheim.txt',
    'FORGE/team/dienst/src/branch/main/../../geheim/contents/geheim.txt',
    '../../../../geheim/a/b/main/geheim.txt',
  ])('does not come from that of another: %s', async definition => {
    const answer = await register(definition);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('is not in the repository of this entity');
    expect(answer.text).not.toContain('geheim van een ander');
  });

  it('is named in part when its name is a whole book', async () => {
    const answer = await register(`FORGE/team/${'x'.repeat(50_000)}`);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('is not in the repository of this entity');
    expect(answer.text.length).toBeLessThan(5_000);
  });

  it('is not read for who only asks whether an entity is right', async () => {
    expect((await validate(buildEntity('./geheim.txt'))).status).toBe(200);
    const { spec, ...rest } = buildEntity('./geheim.txt');
    const wrong = { ...rest, spec: { ...spec, owner: '' } };
    const answer = await validate(wrong);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('spec.owner');
    expect(read).toEqual([]);
  });

  it('is not read when its name is in what is no name', async () => {
    const { spec, ...rest } = buildEntity('');
    const definition = { $text: { toString: null, $text: './geheim.txt' } };
    const answer = await validate({ ...rest, spec: { ...spec, definition } });
    expect(answer.status).toBe(200);
    expect(read).toEqual([]);
  });

  describe('a location of which somebody only asks whether it is right', () => {
    const buildLocation = (spec: object, annotations = {}) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: { name: 'meer', annotations },
      spec,
    });
    const SECRET = '/team/geheim/src/branch/main/geheim.txt';

    it.each([
      ['one', (url: string) => ({ type: 'url', target: url })],
      ['some', (url: string) => ({ targets: [url, './geheim.txt'] })],
    ])('reads nothing: %s', async (_, toSpec) => {
      const answer = await validate(buildLocation(toSpec(origin + SECRET)));
      expect(read).toEqual([]);
      expect(answer.status).toBe(200);
    });

    it('reads no file of the machine, wherever it says that it stands', async () => {
      machine.setContent({ 'x.yaml': 'kind: geheim van de machine\n' });
      const answer = await validate(
        buildLocation(
          { target: machine.resolve('x.yaml') },
          {
            'backstage.io/managed-by-location': 'file:/x.yaml',
            'backstage.io/managed-by-origin-location': 'file:/x.yaml',
          },
        ),
      );
      expect(answer.text).not.toContain('apiVersion');
      expect(answer.status).toBe(200);
    });

    it.each([{ target: '' }, { target: 5 }, { targets: ['x', 5] }])(
      'is wrong with %j',
      async spec => {
        const answer = await validate(buildLocation(spec));
        expect(answer.status).toBe(400);
        expect(answer.text).toContain('/spec/target');
      },
    );
  });
});
