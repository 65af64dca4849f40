import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  KUBECTL_CLIENT_ID,
  PORTAL_CLIENT_ID,
} from '../identity-provider/settings.ts';
import { mintIdToken } from '../identity-provider/signIn.ts';
import {
  startIdentityProvider,
  type RunningIdentityProvider,
} from '../identity-provider/startIdentityProvider.ts';
import { httpRequest } from '../network/httpRequest.ts';
import { isPortFree } from '../network/ports.ts';
import { runCommand } from '../process/runCommand.ts';
import {
  startControlPlane,
  type RunningControlPlane,
} from './startControlPlane.ts';

const AUDIENCES = [KUBECTL_CLIENT_ID, PORTAL_CLIENT_ID];
const portalBaseUrl = 'http://localhost:17007';
const dir = mkdtempSync(join(tmpdir(), 'nerds-control-plane-'));
let provider: RunningIdentityProvider;
let cluster: RunningControlPlane;

function startFor(audiences: string[], home: string) {
  return startControlPlane({
    dir: home,
    durable: false,
    oidc: {
      issuer: provider.issuer,
      ca: readFileSync(provider.caFile, 'utf8'),
      audiences,
    },
  });
}

async function kubectl(kubeconfig: string, ...args: string[]) {
  return runCommand(cluster.kubectl, ['--kubeconfig', kubeconfig, ...args]);
}

async function whoAmI(token: string) {
  return httpRequest(
    `${cluster.server}/apis/authentication.k8s.io/v1/selfsubjectreviews`,
    {
      ca: cluster.ca,
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'SelfSubjectReview',
      }),
    },
  );
}

before(async () => {
  provider = await startIdentityProvider({ dir, portalBaseUrl });
  cluster = await startFor(AUDIENCES, dir);
});
after(async () => {
  await cluster?.stop();
  await provider?.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('control plane', () => {
  it('is the Kubernetes that go.mod pins, with nodes that become ready', async () => {
    const version = await kubectl(
      cluster.adminKubeconfig,
      'version',
      '-o',
      'json',
    );
    const { serverVersion } = JSON.parse(version.stdout) as {
      serverVersion: { gitVersion: string };
    };
    assert.equal(serverVersion.gitVersion, `v${cluster.version}`);
    const ready = await kubectl(
      cluster.adminKubeconfig,
      'wait',
      '--for=condition=Ready',
      'node',
      '--all',
      '--timeout=30s',
    );
    assert.equal(ready.stdout.trim().split('\n').length, 3, ready.output);
  });

  it('runs the pods of a Deployment on the simulated nodes', async () => {
    const admin = cluster.adminKubeconfig;
    await kubectl(admin, 'create', 'namespace', 'pods');
    await kubectl(
      admin,
      'label',
      'namespace',
      'pods',
      'pod-security.kubernetes.io/enforce=privileged',
    );
    await kubectl(
      admin,
      '-n',
      'pods',
      'create',
      'deployment',
      'web',
      '--image=example/web',
      '--replicas=3',
    );
    const rollout = await kubectl(
      admin,
      '-n',
      'pods',
      'rollout',
      'status',
      'deployment/web',
      '--timeout=30s',
    );
    assert.match(rollout.output, /successfully rolled out/);
  });

  it('knows a person by the ID token of the identity provider', async () => {
    const answer = await whoAmI(await mintIdToken(provider, 'dev-two-teams'));
    assert.equal(answer.status, 201, answer.body);
    const { userInfo } = (
      JSON.parse(answer.body) as {
        status: { userInfo: { username: string; groups: string[] } };
      }
    ).status;
    assert.equal(userInfo.username, 'oidc:dev-two-teams');
    assert.deepEqual(userInfo.groups.sort(), [
      'oidc:burgerzaken',
      'oidc:vergunningen',
      'system:authenticated',
    ]);
  });

  it('accepts the portal as audience as well, and no other', async () => {
    const target = { ...provider, portalBaseUrl };
    const forPortal = await mintIdToken(target, 'auditor', PORTAL_CLIENT_ID);
    assert.equal((await whoAmI(forPortal)).status, 201);
    // same issuer, same keys, another program's audience
    const narrow = await startFor(
      ['someone-else'],
      mkdtempSync(join(dir, 'narrow-')),
    );
    try {
      const answer = await httpRequest(`${narrow.server}/api`, {
        ca: narrow.ca,
        headers: {
          Authorization: `Bearer ${await mintIdToken(provider, 'auditor')}`,
        },
      });
      assert.equal(answer.status, 401);
    } finally {
      await narrow.stop();
    }
  });

  it('lets nobody in without a name, except to ask whether it is healthy', async () => {
    const { server, ca } = cluster;
    assert.equal((await httpRequest(`${server}/readyz`, { ca })).status, 200);
    assert.equal((await httpRequest(`${server}/version`, { ca })).status, 401);
    assert.equal(
      (await httpRequest(`${server}/api/v1/namespaces`, { ca })).status,
      401,
    );
  });

  it('gives the portal an account that is not an administrator', async () => {
    assert.equal(statSync(cluster.portalKubeconfig).mode % 0o1000, 0o600);
    const who = await kubectl(
      cluster.portalKubeconfig,
      'auth',
      'whoami',
      '-o',
      'json',
    );
    assert.match(who.stdout, /system:serviceaccount:nerds-portal:nerds-portal/);
    const secrets = await kubectl(
      cluster.portalKubeconfig,
      'auth',
      'can-i',
      'list',
      'secrets',
      '-A',
    );
    assert.match(secrets.output, /no/);
    const create = await kubectl(
      cluster.portalKubeconfig,
      'auth',
      'can-i',
      'create',
      'namespaces',
    );
    assert.match(create.output, /yes/);
  });

  it('keeps what was made over a stop and a start', async () => {
    const { server, pids } = cluster;
    await cluster.stop();
    assert.ok(await isPortFree(Number(new URL(server).port)));
    cluster = await startFor(AUDIENCES, dir);
    assert.notDeepEqual(cluster.pids, pids);
    const deployment = await kubectl(
      cluster.adminKubeconfig,
      '-n',
      'pods',
      'get',
      'deployment',
      'web',
    );
    assert.equal(deployment.exitCode, 0, deployment.output);
  });
});
