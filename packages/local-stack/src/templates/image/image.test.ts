import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { GeneratedProject } from '../GeneratedProject.ts';
import { findContainerEngine, findEngineIfAsked } from './containerEngine.ts';
import { ProjectImage } from './ProjectImage.ts';
import { readRuntime, type Runtime } from './readRuntime.ts';

const DEPLOYMENT = `
kind: Service
---
kind: Deployment
spec:
  template:
    spec:
      securityContext: { runAsUser: 1000, runAsGroup: 1000 }
      volumes: [{ name: tmp, emptyDir: {} }, { name: ca, configMap: {} }]
      containers:
        - ports: [{ name: metrics, containerPort: 9464 }, { name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /health/ready, port: http } }
          securityContext: { readOnlyRootFilesystem: true }
          env: [{ name: A, value: b c }]
          volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: ca, mountPath: /ca }]
`;

const RUNTIME: Runtime = {
  user: '1000:1000',
  readOnly: true,
  writable: ['/tmp'],
  environment: { A: 'b c' },
  port: 8080,
  path: '/health/ready',
};

/** Keeps what it was asked, and answers on the port it was to publish. */
const ENGINE = `#!${process.execPath}
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const [verb, ...args] = process.argv.slice(2);
const home = __dirname;
appendFileSync(home + '/calls', JSON.stringify([verb, ...args]) + '\\n');
const mode = readFileSync(home + '/mode', 'utf8');
if (verb === 'info' && mode === 'silent') process.exit(1);
if (verb === 'build' && mode === 'broken') {
  console.error('STEP 2: no such file');
  process.exit(125);
}
if (verb === 'run' && mode === 'good') {
  const port = args[args.indexOf('--publish') + 1].split(':')[1];
  const server =
    'require("node:http").createServer((q, s) => { s.statusCode = q.url === "/health/ready" ? 200 : 404; s.end(); }).listen(' + port + ', "127.0.0.1")';
  const child = spawn(process.execPath, ['-e', server], { detached: true, stdio: 'ignore' });
  child.unref();
  writeFileSync(home + '/pid', String(child.pid));
}
if (verb === 'inspect') console.log(mode === 'good');
if (verb === 'logs') console.log('EROFS: read-only file system, open /app/x');
if (verb === 'rm' && mode === 'good') process.kill(Number(readFileSync(home + '/pid', 'utf8')));
`;

describe('the image of a project', () => {
  const directory = mkdtempSync(join(tmpdir(), 'nerds-image-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  function install(name: string, mode: string): string {
    const place = join(directory, `${name}-${mode}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, name), ENGINE);
    chmodSync(join(place, name), 0o755);
    writeFileSync(join(place, 'mode'), mode);
    return place;
  }

  function readCalls(place: string): string[][] {
    const text = readFileSync(join(place, 'calls'), 'utf8');
    return text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as string[]);
  }

  async function tryImage(name: string, mode: string) {
    const place = install(name, mode);
    const engine = await findContainerEngine(
      [place, process.env.PATH].join(delimiter),
    );
    assert.ok(engine.name !== 'none');
    const image = new ProjectImage(engine, join(directory, 'test.log'));
    const built = await image.build(directory, 'Containerfile');
    const started = built.length > 0 ? [] : await image.start(RUNTIME);
    await image.remove();
    return { built, started, calls: readCalls(place), image: image.name };
  }

  it('needs an engine that answers, and says which do not', async () => {
    const silent = install('podman', 'silent');
    const good = install('buildah', 'good');
    const both = await findContainerEngine([silent, good].join(delimiter));
    assert.equal(both.name, 'buildah');
    const none = await findContainerEngine(silent);
    assert.ok(none.name === 'none');
    assert.match(none.reason, /no container engine.*podman is installed but/);
  });

  it('is built only where that is asked for', async () => {
    const PATH = install('podman', 'asked');
    const asked = await findEngineIfAsked({ PATH, NERDS_TEST_IMAGES: '1' });
    assert.equal(asked.name, 'podman');
    for (const environment of [{ PATH }, { PATH, NERDS_TEST_IMAGES: '0' }]) {
      const engine = await findEngineIfAsked(environment);
      assert.ok(engine.name === 'none');
      assert.match(engine.reason, /built only with NERDS_TEST_IMAGES=1/);
    }
    assert.deepEqual(readCalls(PATH), [['info']]);
  });

  it('is started as the manifests ask', () => {
    const project = (text: string) =>
      new GeneratedProject({
        leftOut: [],
        files: [
          {
            path: 'deploy/a.yaml',
            base64Content: Buffer.from(text).toString('base64'),
            executable: false,
          },
        ],
      });
    assert.deepEqual(readRuntime(project(DEPLOYMENT)), RUNTIME);
    assert.equal(readRuntime(project('kind: Service')), undefined);
  });

  it('is built, started without rights, called, and cleaned up', async () => {
    const { built, started, calls, image } = await tryImage('podman', 'good');
    assert.deepEqual([...built, ...started], []);
    const [, build, run, ...rest] = calls;
    assert.deepEqual(build, [
      ...['build', '--file', join(directory, 'Containerfile')],
      ...['--tag', image, directory],
    ]);
    for (const part of [
      '--cap-drop ALL --security-opt no-new-privileges',
      '--user 1000:1000 --read-only --read-only-tmpfs=false --tmpfs /tmp',
      ':8080',
      '--env A=b c',
    ]) {
      assert.ok(run.join(' ').includes(part), part);
    }
    assert.deepEqual(
      rest.map(([verb]) => verb).filter(verb => verb !== 'inspect'),
      ['rm', 'rmi'],
    );
    assert.ok(existsSync(join(directory, 'test.log')));
  });

  it('fails with the words of the engine or of the container', async () => {
    const broken = await tryImage('podman', 'broken');
    assert.match(
      broken.built.join('\n'),
      /^Containerfile: podman cannot build/,
    );
    assert.match(broken.built.join('\n'), /STEP 2: no such file/);
    const ended = await tryImage('podman', 'ended');
    assert.match(
      ended.started.join('\n'),
      /\/health\/ready: it ended at once:/,
    );
    assert.match(ended.started.join('\n'), /read-only file system/);
  });
});
