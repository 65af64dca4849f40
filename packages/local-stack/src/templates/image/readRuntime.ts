import { parseAllDocuments } from 'yaml';
import { listManifests } from '../checks/requiredFiles.ts';
import type { GeneratedProject } from '../GeneratedProject.ts';

interface SecurityContext {
  runAsUser?: number;
  runAsGroup?: number;
  readOnlyRootFilesystem?: boolean;
}

interface Container {
  ports?: { name?: string; containerPort: number }[];
  readinessProbe?: { httpGet?: { path: string; port: string | number } };
  securityContext?: SecurityContext;
  env?: { name: string; value?: string }[];
  volumeMounts?: { name: string; mountPath: string }[];
}

interface Deployment {
  kind?: string;
  spec?: {
    template?: {
      spec?: {
        securityContext?: SecurityContext;
        containers?: Container[];
        volumes?: { name: string; emptyDir?: unknown }[];
      };
    };
  };
}

/** How the manifests of a project ask its container to be started. @internal */
export interface Runtime {
  /** Empty: as the image says. */
  user: string;
  readOnly: boolean;
  /** Where it may write. */
  writable: string[];
  environment: Record<string, string>;
  port: number;
  /** Answers 200 when it can be used. */
  path: string;
}

/**
 * @returns undefined when no Deployment says when it is ready
 * @internal
 */
export function readRuntime(project: GeneratedProject): Runtime | undefined {
  const pod = listManifests(project)
    .flatMap(path => parseAllDocuments(project.read(path) ?? ''))
    .map(document => (document.toJS() ?? {}) as Deployment)
    .find(({ kind }) => kind === 'Deployment')?.spec?.template?.spec;
  const container = pod?.containers?.[0];
  const probe = container?.readinessProbe?.httpGet;
  if (!pod || !container || !probe) {
    return undefined;
  }
  const security = { ...pod.securityContext, ...container.securityContext };
  const named = container.ports?.find(({ name }) => name === probe.port);
  const empty = (pod.volumes ?? [])
    .filter(({ emptyDir }) => emptyDir !== undefined)
    .map(({ name }) => name);
  return {
    user: [security.runAsUser, security.runAsGroup]
      .filter(id => id !== undefined)
      .join(':'),
    readOnly: security.readOnlyRootFilesystem === true,
    writable: (container.volumeMounts ?? [])
      .filter(({ name }) => empty.includes(name))
      .map(({ mountPath }) => mountPath),
    environment: Object.fromEntries(
      (container.env ?? []).map(({ name, value = '' }) => [name, value]),
    ),
    port: named?.containerPort ?? Number(probe.port),
    path: probe.path,
  };
}
