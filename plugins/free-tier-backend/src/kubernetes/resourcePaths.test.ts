import { buildCollectionPath, buildObjectPath } from './resourcePaths';

describe('resource paths', () => {
  it.each([
    ['v1', 'Namespace', undefined, 'a', '/api/v1/namespaces/a'],
    ['v1', 'Secret', 'ns', 'a', '/api/v1/namespaces/ns/secrets/a'],
    [
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'ns',
      'a',
      '/apis/networking.k8s.io/v1/namespaces/ns/networkpolicies/a',
    ],
    // a name never becomes another path
    [
      'v1',
      'Secret',
      '../x',
      'a/b?c',
      '/api/v1/namespaces/..%2Fx/secrets/a%2Fb%3Fc',
    ],
  ])('of %s %s', (apiVersion, kind, namespace, name, expected) => {
    expect(
      buildObjectPath({ apiVersion, kind, metadata: { namespace, name } }),
    ).toBe(expected);
  });

  it('refuses a kind it does not know', () => {
    expect(() =>
      buildCollectionPath({ apiVersion: 'v1', kind: 'Pod' }),
    ).toThrow('Unknown kind Pod');
  });
});
