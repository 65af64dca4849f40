import { toQuotaParts } from './quotaParts';

function usage(resource: string) {
  return { resource, hard: '1', used: '0' };
}

it('shows the usual resources in a fixed order and the others by name', () => {
  const { main, others } = toQuotaParts(
    [
      'services.nodeports',
      'requests.memory',
      'count/deployments.apps',
      'pods',
    ].map(usage),
  );
  expect(main.map(part => [part.usage.resource, part.label])).toEqual([
    ['pods', 'pods'],
    ['requests.memory', 'requestsMemory'],
  ]);
  expect(others.map(other => other.resource)).toEqual([
    'count/deployments.apps',
    'services.nodeports',
  ]);
});

it('is empty for a cluster whose quota is not known yet', () => {
  expect(toQuotaParts([])).toEqual({ main: [], others: [] });
});
