import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KubeconfigConnection } from './KubeconfigConnection';

const build = (cluster: object, user: object = { token: 'secret-token' }) =>
  JSON.stringify({
    clusters: [{ name: 'c', cluster }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  });

describe('KubeconfigConnection', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kubeconfig-'));
    file = path.join(folder, 'kubeconfig');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('shares one pool among requests at the same moment', async () => {
    await writeFile(file, build({ server: 'https://k8s.example.nl/' }));
    const connection = new KubeconfigConnection(file);

    const parameters = await Promise.all(
      Array.from({ length: 5 }, () => connection.getParameters()),
    );

    expect(new Set(parameters.map(({ dispatcher }) => dispatcher)).size).toBe(
      1,
    );
    expect(parameters[0]).toMatchObject({
      server: 'https://k8s.example.nl',
      headers: { Authorization: 'Bearer secret-token' },
    });
  });

  it('reads the CA, in the file or beside it, for clients', async () => {
    const connection = new KubeconfigConnection(file);
    await writeFile(path.join(folder, 'ca.crt'), 'PEM');
    const expected = {
      server: 'https://k8s.example.nl',
      certificateAuthorityData: Buffer.from('PEM').toString('base64'),
    };

    await writeFile(
      file,
      build({
        server: expected.server,
        'certificate-authority-data': expected.certificateAuthorityData,
      }),
    );
    expect(await connection.getServer()).toEqual(expected);

    await writeFile(
      file,
      build({ server: expected.server, 'certificate-authority': 'ca.crt' }),
    );
    expect(await connection.getServer()).toEqual(expected);
  });

  it.each([
    ['cannot be parsed', '{"users": [{"token": "secret-token"'],
    ['is empty', ''],
    ['names no current cluster', JSON.stringify({ clusters: [], users: [] })],
    ['names a cluster without a server', build({})],
  ])('says that a file %s, without quoting it', async (_, text) => {
    await writeFile(file, text);

    const failure = await new KubeconfigConnection(file)
      .getParameters()
      .catch(error => error);

    expect(failure).toMatchObject({
      name: 'KubeconfigError',
      reason: 'Invalid',
    });
    expect(failure.message).not.toContain('secret-token');
  });

  it('reads a file again that was half written the first time', async () => {
    await writeFile(file, '{"clus');
    const connection = new KubeconfigConnection(file);
    await expect(connection.getParameters()).rejects.toThrow();

    await writeFile(file, build({ server: 'https://k8s.example.nl' }));

    await expect(connection.getParameters()).resolves.toMatchObject({
      server: 'https://k8s.example.nl',
    });
  });

  it('refuses a proxy that it cannot keep a pool for', async () => {
    await writeFile(
      file,
      build({
        server: 'https://k8s.example.nl',
        'proxy-url': 'socks5://localhost:1080',
      }),
    );

    await expect(
      new KubeconfigConnection(file).getParameters(),
    ).rejects.toMatchObject({ reason: 'Invalid' });
  });
});
