/** Kinds that a project may put on its cluster, with the path of each in the API. */
const KINDS: Record<string, string> = {
  'v1/ConfigMap': 'api/v1/{namespace}/configmaps',
  'v1/Service': 'api/v1/{namespace}/services',
  'v1/PersistentVolumeClaim': 'api/v1/{namespace}/persistentvolumeclaims',
  'apps/v1/Deployment': 'apis/apps/v1/{namespace}/deployments',
  'apps/v1/StatefulSet': 'apis/apps/v1/{namespace}/statefulsets',
  'batch/v1/Job': 'apis/batch/v1/{namespace}/jobs',
  'batch/v1/CronJob': 'apis/batch/v1/{namespace}/cronjobs',
  'autoscaling/v2/HorizontalPodAutoscaler':
    'apis/autoscaling/v2/{namespace}/horizontalpodautoscalers',
  'policy/v1/PodDisruptionBudget':
    'apis/policy/v1/{namespace}/poddisruptionbudgets',
  'networking.k8s.io/v1/Ingress':
    'apis/networking.k8s.io/v1/{namespace}/ingresses',
  'networking.k8s.io/v1/NetworkPolicy':
    'apis/networking.k8s.io/v1/{namespace}/networkpolicies',
};

/**
 * Names of those kinds. Secrets are not among them: what is secret does not
 * belong in a repository.
 * @internal
 */
export const KIND_NAMES = Object.keys(KINDS).map(
  key => key.split('/').at(-1) as string,
);

/** An object of Kubernetes as far as it is looked at here. @internal */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  spec?: { replicas?: number };
}

/** Whether a project may put this on its cluster. @internal */
export function isAllowedKind(manifest: {
  apiVersion: string;
  kind: string;
}): boolean {
  return Object.hasOwn(KINDS, `${manifest.apiVersion}/${manifest.kind}`);
}

/** Path of an object of an allowed kind in the API of Kubernetes. @internal */
export function buildObjectPath(manifest: Manifest, namespace: string): string {
  const { apiVersion, kind, metadata } = manifest;
  const collection = KINDS[`${apiVersion}/${kind}`].replace(
    '{namespace}',
    `namespaces/${encodeURIComponent(namespace)}`,
  );
  return `/${collection}/${encodeURIComponent(metadata.name)}`;
}

/** For people: `Deployment “balie”`. @internal */
export function describeObject({ kind, metadata }: Manifest): string {
  return `${kind} “${metadata.name}”`;
}
