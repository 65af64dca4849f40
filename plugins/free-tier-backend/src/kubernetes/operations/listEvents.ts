import type { ClusterEvent } from '@nerds/plugin-free-tier-common';
import type { ClusterEnvironment } from '../../domain/ClusterEnvironment';
import type { KubernetesApiClient } from '../KubernetesApiClient';

// Kubernetes keeps them for an hour and lists them in no order: read many, show few.
const MOST_READ = 500;
const MOST_SHOWN = 50;

interface KubernetesEvent {
  type?: string;
  reason?: string;
  message?: string;
  eventTime?: string | null;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  metadata: { creationTimestamp?: string };
  series?: { lastObservedTime?: string };
  involvedObject?: { kind?: string; name?: string };
}

/** The latest Kubernetes Events of a cluster, newest first. @internal */
export async function listEvents(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<ClusterEvent[]> {
  const { items } = await client.request<{ items: KubernetesEvent[] }>({
    method: 'GET',
    path: `/api/v1/namespaces/${encodeURIComponent(
      env.kubernetesNamespace,
    )}/events`,
    query: { limit: String(MOST_READ) },
  });
  return items
    .map(toClusterEvent)
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST_SHOWN);
}

function toClusterEvent(event: KubernetesEvent): ClusterEvent {
  const at =
    event.series?.lastObservedTime ??
    event.lastTimestamp ??
    event.eventTime ??
    event.firstTimestamp ??
    event.metadata.creationTimestamp ??
    0;
  const { kind, name } = event.involvedObject ?? {};
  return {
    at: new Date(at).toISOString(),
    source: 'kubernetes',
    type: event.type === 'Warning' ? 'Warning' : 'Normal',
    reason: event.reason ?? '',
    message: event.message ?? '',
    ...(kind && name && { object: `${kind}/${name}` }),
  };
}
