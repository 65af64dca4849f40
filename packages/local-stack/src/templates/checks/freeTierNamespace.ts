import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../../paths.ts';
import { runCommand, type CommandResult } from '../../process/runCommand.ts';

/** A Kubernetes API server with the guard-rails of the free tier. @internal */
export interface ClusterAccess {
  kubectl: string;
  /** Of an administrator, who acts as a member of a team. */
  kubeconfig: string;
}

interface AppConfig {
  freeTier: {
    tiers: {
      sizes: {
        quota: Record<string, string>;
        limitRange: Record<string, unknown>;
      }[];
    }[];
  };
}

/** The team that nobody is in. */
const TEAM = 'template-test';
const TENANT = ['--as', TEAM, '--as-group', `oidc:${TEAM}`];

/** The smallest size that there is: what fits in it, fits everywhere. */
function readSmallestSize() {
  const file = join(repositoryRoot, 'app-config.yaml');
  const config = parse(readFileSync(file, 'utf8')) as AppConfig;
  const size = config.freeTier.tiers[0]?.sizes[0];
  if (!size) {
    throw new Error(`${file} has no size of a free-tier cluster`);
  }
  return size;
}

function buildNamespace(name: string): unknown[] {
  const { quota, limitRange } = readSmallestSize();
  const labels = {
    // what the guard-rails of plugins/free-tier-backend/host-cluster go by
    'nerds.overheid.nl/managed-by': 'nerds-portal',
    'nerds.overheid.nl/cluster-id': randomUUID(),
    'nerds.overheid.nl/team': TEAM,
  };
  const own = { namespace: name, labels };
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: {
          ...labels,
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'latest',
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { ...own, name: 'nerds-quota' },
      spec: { hard: quota },
    },
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { ...own, name: 'nerds-limits' },
      spec: { limits: [{ type: 'Container', ...limitRange }] },
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { ...own, name: 'nerds-team.nerds-tenant' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'nerds-tenant',
      },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Group',
          name: `oidc:${TEAM}`,
        },
      ],
    },
  ];
}

/**
 * A namespace as a free-tier cluster is one, in which a test acts as the team.
 *
 * @internal
 */
export class FreeTierNamespace {
  readonly name: string;
  private readonly access: ClusterAccess;

  private constructor(name: string, access: ClusterAccess) {
    this.name = name;
    this.access = access;
  }

  /** @throws Error with what the API server says */
  static async create(access: ClusterAccess): Promise<FreeTierNamespace> {
    const name = `template-test-${randomUUID().slice(0, 8)}`;
    const namespace = new FreeTierNamespace(name, access);
    const directory = mkdtempSync(join(tmpdir(), 'nerds-namespace-'));
    const file = join(directory, 'namespace.yaml');
    try {
      const objects = buildNamespace(name);
      writeFileSync(
        file,
        objects.map(object => stringify(object)).join('---\n'),
      );
      const { exitCode, output } = await namespace.kubectl([
        ...['apply', '--server-side', '--filename', file],
      ]);
      if (exitCode !== 0) {
        await namespace.remove();
        throw new Error(`no free-tier namespace could be made: ${output}`);
      }
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
    return namespace;
  }

  /** Runs kubectl with the rights of a member of the team. */
  asTeam(args: string[]): Promise<CommandResult> {
    return this.kubectl([...TENANT, '--namespace', this.name, ...args]);
  }

  async remove(): Promise<void> {
    await this.kubectl(['delete', 'namespace', this.name, '--wait=false']);
  }

  private kubectl(args: string[]): Promise<CommandResult> {
    const { kubectl, kubeconfig } = this.access;
    return runCommand(kubectl, ['--kubeconfig', kubeconfig, ...args]);
  }
}
