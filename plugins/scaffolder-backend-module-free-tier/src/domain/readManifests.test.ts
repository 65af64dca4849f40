import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildObjectPath } from './kinds';
import { readManifests } from './readManifests';

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'deploy-'));
  mkdirSync(path.join(workspace, 'deploy'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const write = (name: string, text: string) =>
  writeFileSync(path.join(workspace, 'deploy', name), text);
const read = (folder = 'deploy') => readManifests(workspace, folder, 'nl');
const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;

describe('readManifests', () => {
  it('reads every document of every file, by name', async () => {
    write('b.yaml', `---\n${service('twee')}---\n---\n${service('drie')}`);
    write('a.yml', service('een'));
    write('README.md', 'geen manifest');
    const manifests = await read();
    expect(manifests.map(({ metadata }) => metadata.name)).toEqual([
      'een',
      'twee',
      'drie',
    ]);
    expect(buildObjectPath(manifests[0], 'ns')).toBe(
      '/api/v1/namespaces/ns/services/een',
    );
  });

  it.each([
    ['a Secret', 'apiVersion: v1\nkind: Secret\nmetadata: {name: x}'],
    [
      'a Role',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: x}',
    ],
    [
      'an unknown kind',
      'apiVersion: v1\nkind: constructor\nmetadata: {name: x}',
    ],
  ])('refuses %s and says what can be deployed', async (_, text) => {
    write('x.yaml', text);
    await expect(read()).rejects.toThrow(/^deploy\/x\.yaml: .*Deployment/);
  });

  it.each(['a: [', 'just text', 'kind: Service', '- 1'])(
    'names the file that is no manifest: %s',
    async text => {
      write('x.yaml', text);
      await expect(read()).rejects.toThrow(/^deploy\/x\.yaml: dit is geen/);
    },
  );

  it('refuses too much', async () => {
    write('x.yaml', Array(51).fill(service('x')).join('---\n'));
    await expect(read()).rejects.toThrow(/hoogstens 50 objecten/i);
    write('x.yaml', `# ${'x'.repeat(300_000)}\n${service('x')}`);
    await expect(read()).rejects.toThrow(/256 KiB/);
  });

  it('stays inside the project', async () => {
    for (const folder of ['..', '/etc', 'deploy/../../x']) {
      await expect(read(folder)).rejects.toThrow(/^Veld “path”/);
    }
    symlinkSync('/etc/hostname', path.join(workspace, 'deploy', 'x.yaml'));
    await expect(read()).rejects.toThrow(/ligt buiten het project/);
    await expect(read('leeg')).rejects.toThrow(/staan geen manifesten/);
  });
});
