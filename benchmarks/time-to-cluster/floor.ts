import { pollUntil } from '../statistics.ts';
import {
  openAccount,
  writeAsTenant,
  type KubernetesAccount,
} from './kubeconfig.ts';

/** What a cluster is made of, in the order in which the portal makes it. */
const KINDS = [
  ['/api/v1', 'limitranges'],
  ['/api/v1', 'resourcequotas'],
  ['/apis/networking.k8s.io/v1', 'networkpolicies'],
  ['/api/v1', 'serviceaccounts'],
  ['/apis/rbac.authorization.k8s.io/v1', 'rolebindings'],
] as const;

/** The account of a team's machines, one of the objects above. */
const MACHINE = 'nerds-machine';

const MANAGED = 'labelSelector=nerds.overheid.nl%2Fmanaged-by%3Dnerds-portal';

interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: unknown;
  subjects?: { kind: string; namespace?: string }[];
  roleRef?: unknown;
}

/** A request for every object of one cluster, with the namespace left open. */
export interface Recording {
  namespace: KubernetesObject;
  objects: { collection: string; object: KubernetesObject }[];
}

function withoutServerFields(object: KubernetesObject): KubernetesObject {
  const { name, labels, annotations } = object.metadata;
  const kept = {
    ...object,
    metadata: { name, labels, annotations },
  } as KubernetesObject & { status?: unknown; secrets?: unknown };
  delete kept.status;
  delete kept.secrets;
  return kept;
}

/** Reads back what the portal made, so that the floor sends the same objects. */
export async function recordCluster(
  account: KubernetesAccount,
  kubernetesNamespace: string,
): Promise<Recording> {
  const { client, token } = account;
  const namespace = await client.expect([200], {
    path: `/api/v1/namespaces/${kubernetesNamespace}`,
    token,
  });
  const objects: Recording['objects'] = [];
  for (const [group, collection] of KINDS) {
    const list = await client.expect([200], {
      path: `${group}/namespaces/${kubernetesNamespace}/${collection}?${MANAGED}`,
      token,
    });
    for (const item of list.items) {
      const { apiVersion, kind } = list;
      objects.push({
        collection: `${group}/namespaces/{namespace}/${collection}`,
        object: withoutServerFields({
          ...item,
          apiVersion,
          kind: kind.replace(/List$/, ''),
        }),
      });
    }
  }
  const { name, labels, annotations } = namespace.metadata;
  return {
    namespace: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels, annotations },
    },
    objects,
  };
}

const rename = <T>(value: T, from: string, to: string): T =>
  JSON.parse(JSON.stringify(value).replaceAll(from, to));

/** The recorded objects sent one after the other, with the waits the portal needs too. */
export async function replayCluster(
  account: KubernetesAccount,
  recording: Recording,
  kubernetesNamespace: string,
): Promise<number> {
  const { client, token } = account;
  const recorded = recording.namespace.metadata.name;
  const { namespace, objects } = rename(
    recording,
    recorded,
    kubernetesNamespace,
  );
  const startedAt = performance.now();
  await client.expect([201], {
    method: 'POST',
    path: '/api/v1/namespaces',
    token,
    body: namespace,
  });
  const send = async (collections: RegExp) => {
    for (const { collection, object } of objects) {
      if (collections.test(collection)) {
        const path = collection.replace('{namespace}', kubernetesNamespace);
        await client.expect([200, 201], {
          method: 'PATCH',
          path: `${path}/${object.metadata.name}?fieldManager=nerds-portal&force=true`,
          token,
          body: object,
          contentType: 'application/apply-patch+yaml',
        });
      }
    }
  };
  await send(/limitranges|resourcequotas|networkpolicies/);
  await waitForQuota(account, kubernetesNamespace);
  await send(/serviceaccounts|rolebindings/);
  await waitForAccess(account, kubernetesNamespace);
  const tenant = openAccount(
    account.server,
    account.ca,
    await issueToken(
      account,
      kubernetesNamespace,
      objects[0].object.metadata.labels,
    ),
  );
  await pollUntil(
    async () =>
      (await writeAsTenant(tenant, kubernetesNamespace)) ? true : undefined,
    { timeoutMs: 60_000, what: 'the first write of the tenant' },
  );
  const elapsedMs = performance.now() - startedAt;
  tenant.client.close();
  return elapsedMs;
}

async function waitForQuota(
  { client, token }: KubernetesAccount,
  kubernetesNamespace: string,
) {
  await pollUntil(
    async () => {
      const { items } = await client.expect([200], {
        path: `/api/v1/namespaces/${kubernetesNamespace}/resourcequotas`,
        token,
      });
      const counted = (quota: {
        spec: { hard: Record<string, string> };
        status?: { hard?: object; used?: object };
      }) =>
        Object.keys(quota.spec.hard).every(
          key =>
            key in (quota.status?.hard ?? {}) &&
            key in (quota.status?.used ?? {}),
        );
      return items.length > 0 && items.every(counted) ? true : undefined;
    },
    { timeoutMs: 60_000, what: 'the quota to be enforced' },
  );
}

async function waitForAccess(
  { client, token }: KubernetesAccount,
  kubernetesNamespace: string,
) {
  await pollUntil(
    async () => {
      const review = await client.expect([201], {
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/subjectaccessreviews',
        token,
        body: {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SubjectAccessReview',
          spec: {
            user: `system:serviceaccount:${kubernetesNamespace}:${MACHINE}`,
            resourceAttributes: {
              namespace: kubernetesNamespace,
              verb: 'create',
              resource: 'configmaps',
            },
          },
        },
      });
      return review.status.allowed ? true : undefined;
    },
    { timeoutMs: 60_000, what: 'the access to be effective' },
  );
}

/** A token bound to a Secret of its own, as the portal hands out. */
async function issueToken(
  { client, token }: KubernetesAccount,
  kubernetesNamespace: string,
  labels: KubernetesObject['metadata']['labels'],
): Promise<string> {
  const secret = await client.expect([201], {
    method: 'POST',
    path: `/api/v1/namespaces/${kubernetesNamespace}/secrets`,
    token,
    body: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'nerds-machine-benchmark',
        labels,
      },
    },
  });
  const { status } = await client.expect([201], {
    method: 'POST',
    path: `/api/v1/namespaces/${kubernetesNamespace}/serviceaccounts/${MACHINE}/token`,
    token,
    body: {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {
        expirationSeconds: 600,
        boundObjectRef: {
          apiVersion: 'v1',
          kind: 'Secret',
          name: secret.metadata.name,
          uid: secret.metadata.uid,
        },
      },
    },
  });
  return status.token;
}

/** Deletes what {@link replayCluster} made. Not measured. */
export async function deleteReplay(
  { client, token }: KubernetesAccount,
  kubernetesNamespace: string,
): Promise<void> {
  await client.expect([200], {
    method: 'DELETE',
    path: `/api/v1/namespaces/${kubernetesNamespace}`,
    token,
  });
}
