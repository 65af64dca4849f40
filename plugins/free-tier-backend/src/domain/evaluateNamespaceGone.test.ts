import { evaluateNamespaceGone } from './evaluateNamespaceGone';

const condition = (type: string, message = 'secret detail') => ({
  type,
  status: 'True',
  message,
});

describe('evaluateNamespaceGone', () => {
  it.each([
    ['is not being deleted', 'Active', [], 'NamespaceActive'],
    ['is being emptied', 'Terminating', [], 'ContentRemaining'],
    [
      'is being emptied and says so',
      'Terminating',
      [condition('NamespaceContentRemaining')],
      'ContentRemaining',
    ],
    [
      'waits for an aggregated API that is down',
      'Terminating',
      [condition('NamespaceDeletionDiscoveryFailure')],
      'DiscoveryFailed',
    ],
    [
      'waits for a finalizer, whatever else there is',
      'Terminating',
      [
        condition('NamespaceContentRemaining'),
        condition('NamespaceFinalizersRemaining', 'nothing known'),
      ],
      'FinalizersRemaining',
    ],
  ])('tells that a namespace %s', (_, phase, conditions, reason) => {
    const result = evaluateNamespaceGone({
      metadata: { uid: 'u' },
      status: { phase, conditions },
    });

    expect(result).toMatchObject({ done: false, reason });
    expect(JSON.stringify(result)).not.toContain('secret detail');
  });

  it('names the finalizers that hold it', () => {
    const result = evaluateNamespaceGone({
      metadata: { uid: 'u' },
      status: {
        phase: 'Terminating',
        conditions: [
          condition(
            'NamespaceFinalizersRemaining',
            'Some content in the namespace has finalizers remaining: example.nl/hold in 2 resource instances, other.nl/x in 1 resource instances',
          ),
        ],
      },
    });

    expect(result).toMatchObject({
      message: {
        nl: expect.stringContaining('example.nl/hold (2×), other.nl/x (1×)'),
        en: expect.stringContaining('example.nl/hold (2×), other.nl/x (1×)'),
      },
    });
  });
});
