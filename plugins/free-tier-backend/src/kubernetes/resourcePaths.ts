/** Kind → plural, of the kinds the portal makes or reads. */
const PLURALS: Record<string, string> = {
  Event: 'events',
  LimitRange: 'limitranges',
  Namespace: 'namespaces',
  NetworkPolicy: 'networkpolicies',
  ResourceQuota: 'resourcequotas',
  RoleBinding: 'rolebindings',
  Secret: 'secrets',
  ServiceAccount: 'serviceaccounts',
  SubjectAccessReview: 'subjectaccessreviews',
};

interface Kind {
  apiVersion: string;
  kind: string;
  metadata?: { namespace?: string };
}

/** Path of all objects of a kind, in a namespace where the object has one. @internal */
export function buildCollectionPath(object: Kind): string {
  const plural = PLURALS[object.kind];
  if (!plural) {
    throw new TypeError(`Unknown kind ${object.kind}`);
  }
  const group = object.apiVersion.includes('/') ? 'apis' : 'api';
  const namespace = object.metadata?.namespace;
  const scope = namespace ? `namespaces/${encodeURIComponent(namespace)}/` : '';
  return `/${group}/${object.apiVersion}/${scope}${plural}`;
}

/** Path of one object. @internal */
export function buildObjectPath(
  object: Kind & { metadata: { name: string } },
): string {
  const name = encodeURIComponent(object.metadata.name);
  return `${buildCollectionPath(object)}/${name}`;
}
