import type { ApiCaller } from './ApiCaller';

/** A resource as the API server's discovery lists it. */
export interface DiscoveredResource {
  /** For paths: `v1`, `apps/v1`. */
  apiVersion: string;
  group: string;
  /** Plural, with `/subresource` where it is one. */
  name: string;
  namespaced: boolean;
  verbs: string[];
}

/** Every resource the API server knows, so that a check misses none that a new version brings. */
export async function discoverResources(
  caller: ApiCaller,
): Promise<DiscoveredResource[]> {
  const { groups } = await caller.must({ method: 'GET', path: '/apis' });
  const versions: string[] = groups.flatMap((group: any) =>
    group.versions.map((version: any) => version.groupVersion),
  );
  const lists = await Promise.all(
    ['v1', ...versions].map(async apiVersion => {
      const { resources } = await caller.must({
        method: 'GET',
        path: apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`,
      });
      return resources.map((resource: any) => ({
        ...resource,
        apiVersion,
        group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
      }));
    }),
  );
  return lists.flat();
}

/** Every verb that means something to RBAC. */
export const VERBS = [
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
];

/** One right, written as a line: `create apps/deployments`. */
export function toLine(verb: string, resource: DiscoveredResource): string {
  return `${verb} ${resource.group}/${resource.name}`;
}

/** Which of the rights an identity has, by its own SelfSubjectAccessReviews. */
export async function listRights(
  caller: ApiCaller,
  resources: DiscoveredResource[],
  namespace?: string,
): Promise<string[]> {
  const questions = resources.flatMap(resource =>
    VERBS.map(verb => ({ resource, verb })),
  );
  const rights: string[] = [];
  const work = async () => {
    for (let next = questions.pop(); next; next = questions.pop()) {
      const [name, subresource] = next.resource.name.split('/');
      const review = await caller.must({
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              group: next.resource.group,
              resource: name,
              subresource,
              verb: next.verb,
              namespace,
            },
          },
        },
      });
      if (review.status.allowed) {
        rights.push(toLine(next.verb, next.resource));
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return [...new Set(rights)].sort();
}
