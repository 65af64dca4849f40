import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.ts';

/** Go module that pins every program of the control plane. @internal */
export const CONTROL_PLANE_MODULE = join(
  repositoryRoot,
  'packages/local-stack/control-plane',
);

/** A program to build, and the Go package it comes from. @internal */
export interface Program {
  name: ProgramName;
  goPackage: string;
}

/** @internal */
export type ProgramName =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'
  | 'kwok';

/** In the order in which they are built; the largest dependency trees are shared. @internal */
export const PROGRAMS: Program[] = [
  { name: 'etcd', goPackage: 'go.etcd.io/etcd/server/v3' },
  { name: 'kube-apiserver', goPackage: 'k8s.io/kubernetes/cmd/kube-apiserver' },
  {
    name: 'kube-controller-manager',
    goPackage: 'k8s.io/kubernetes/cmd/kube-controller-manager',
  },
  { name: 'kube-scheduler', goPackage: 'k8s.io/kubernetes/cmd/kube-scheduler' },
  { name: 'kubectl', goPackage: 'k8s.io/kubernetes/cmd/kubectl' },
  { name: 'kwok', goPackage: 'sigs.k8s.io/kwok/cmd/kwok' },
];

/** @internal */
export interface ControlPlaneVersions {
  kubernetes: string;
  etcd: string;
  kwok: string;
  /** Oldest Go that builds the module. */
  go: string;
}

/**
 * Reads the pinned versions, without the leading `v`.
 *
 * @param goMod - text of go.mod
 * @internal
 */
export function parseVersions(goMod: string): ControlPlaneVersions {
  const find = (pattern: RegExp): string => {
    const version = pattern.exec(goMod)?.[1];
    if (!version) {
      throw new Error(
        `${CONTROL_PLANE_MODULE}/go.mod has no ${pattern.source}`,
      );
    }
    return version;
  };
  return {
    kubernetes: find(/^\s*k8s\.io\/kubernetes v(\S+)/m),
    etcd: find(/^\s*go\.etcd\.io\/etcd\/server\/v3 v(\S+)/m),
    kwok: find(/^\s*sigs\.k8s\.io\/kwok v(\S+)/m),
    go: find(/^go (\S+)/m),
  };
}

/** @internal */
export function readVersions(): ControlPlaneVersions {
  return parseVersions(
    readFileSync(join(CONTROL_PLANE_MODULE, 'go.mod'), 'utf8'),
  );
}

/**
 * Linker flags: without them the programs report version v0.0.0-master.
 *
 * @internal
 */
export function buildLinkerFlags(versions: ControlPlaneVersions): string {
  const [major, minor] = versions.kubernetes.split('.');
  const base = 'k8s.io/component-base/version';
  return [
    '-s -w',
    `-X ${base}.gitVersion=v${versions.kubernetes}`,
    `-X ${base}.gitMajor=${major}`,
    `-X ${base}.gitMinor=${minor}`,
    `-X k8s.io/client-go/pkg/version.gitVersion=v${versions.kubernetes}`,
  ].join(' ');
}

/**
 * Name of the cache entry: changes with anything that changes the programs.
 *
 * @internal
 */
export function buildCacheKey(): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(readFileSync(join(CONTROL_PLANE_MODULE, file)));
    hash.update('\0');
  }
  hash.update(buildLinkerFlags(readVersions()));
  return `${hash.digest('hex').slice(0, 16)}-${platform()}-${arch()}`;
}
