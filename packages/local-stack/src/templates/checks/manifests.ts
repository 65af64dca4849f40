import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { GeneratedProject } from '../GeneratedProject.ts';
import { FreeTierNamespace, type ClusterAccess } from './freeTierNamespace.ts';
import { listManifests } from './requiredFiles.ts';

/** What pods come from, and what can be waited for. */
const WORKLOADS = ['Deployment', 'StatefulSet'];

/** Pods of a test stack start at once; this is for a machine that is busy. */
const ROLLOUT_TIMEOUT = '90s';

interface Manifest {
  apiVersion?: string;
  kind?: string;
  metadata?: { name?: string; namespace?: string };
}

/** Manifests that are no Kubernetes objects, or choose a namespace. @internal */
export function checkManifests(project: GeneratedProject): {
  problems: string[];
  workloads: string[];
} {
  const problems: string[] = [];
  const workloads: string[] = [];
  for (const path of listManifests(project)) {
    for (const document of parseAllDocuments(project.read(path) ?? '')) {
      const [error] = document.errors;
      const object = error ? {} : ((document.toJS() ?? {}) as Manifest);
      const { apiVersion, kind, metadata } = object;
      if (error) {
        problems.push(`${path}: ${error.message.split('\n')[0]}`);
      } else if (!apiVersion || !kind || !metadata?.name) {
        problems.push(`${path}: there is no apiVersion, kind or metadata.name`);
      } else if (metadata.namespace) {
        problems.push(`${path}: leave out the namespace of ${metadata.name}`);
      } else if (WORKLOADS.includes(kind)) {
        workloads.push(`${kind.toLowerCase()}/${metadata.name}`);
      }
    }
  }
  return { problems, workloads };
}

/**
 * Applies the manifests as a member of a team does, to a free-tier namespace on
 * a real API server, and waits for the pods, as those are admitted on their own.
 *
 * @param directory - of the project
 * @internal
 */
export async function applyManifests(
  access: ClusterAccess,
  directory: string,
  workloads: string[],
): Promise<string[]> {
  const namespace = await FreeTierNamespace.create(access);
  try {
    const applied = await namespace.asTeam([
      'apply',
      '--server-side',
      '--filename',
      join(directory, 'deploy'),
    ]);
    if (applied.exitCode !== 0) {
      return [applied.output.trim()];
    }
    for (const workload of workloads) {
      const { exitCode, output } = await namespace.asTeam([
        ...['rollout', 'status', workload, `--timeout=${ROLLOUT_TIMEOUT}`],
      ]);
      if (exitCode !== 0) {
        // why no pod came is said in events, not by the rollout
        const events = await namespace.asTeam([
          ...['get', 'events', '--output', 'jsonpath={.items[*].message}'],
        ]);
        return [`${workload}: ${output.trim()} ${events.output.trim()}`];
      }
    }
    return [];
  } finally {
    await namespace.remove();
  }
}
