/** A first call by permission, the most useful first. */
const FIRST_CALLS: [permission: string, path: string][] = [
  ['free-tier.cluster.read', '/api/free-tier/v1/clusters'],
  ['catalog.entity.read', '/api/catalog/entities?limit=5'],
  ['audit-log.event.read', '/api/audit-log/v1/events?limit=5'],
  ['scaffolder.task.read', '/api/scaffolder/v2/tasks'],
];

/**
 * A call to try a token with; the secret comes from a variable, so that it is
 * not kept in the history of a shell or the log of a pipeline.
 *
 * @param permissions - names of what the token may do
 * @internal
 */
export function toCurlExample(baseUrl: string, permissions: string[]): string {
  const [, path] =
    FIRST_CALLS.find(([permission]) => permissions.includes(permission)) ??
    FIRST_CALLS[0];
  return [
    'curl --fail-with-body \\',
    '  --header "Authorization: Bearer $NERDS_TOKEN" \\',
    `  "${baseUrl}${path}"`,
  ].join('\n');
}
