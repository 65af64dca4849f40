import { buildKubernetesNamespaceName } from './buildKubernetesNamespaceName';

const id = '11111111-2222-4333-8444-555555555555';

describe('buildKubernetesNamespaceName', () => {
  it.each([
    ['burgerzaken', 'demo', /^burgerzaken-demo-[0-9a-f]{10}$/],
    ['Data_en.Analyse', 'a1b', /^data-en-analyse-a1b-[0-9a-f]{10}$/],
    ['kube-team', 'demo', /^team-kube-team-demo-/],
    ['openshift', 'demo', /^team-openshift-demo-/],
    ['nerds-beheer', 'demo', /^team-nerds-beheer-demo-/],
    ['2e-kamer', 'demo', /^team-2e-kamer-demo-/],
    ['---', 'demo', /^team-demo-/],
    ['x'.repeat(63), 'n'.repeat(30), /^x{21}-n{30}-[0-9a-f]{10}$/],
  ])('makes a namespace of team %s and name %s', (team, name, expected) => {
    const built = buildKubernetesNamespaceName({ id, team, name });

    expect(built).toMatch(expected);
    // RFC 1123 label
    expect(built).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
  });

  it('tells apart what only looks the same', () => {
    const names = [
      { id, team: 'a-b', name: 'c-d' },
      { id, team: 'a', name: 'b-c-d' },
      { id, team: 'a.b', name: 'c-d' },
      { id: id.replace('1', '2'), team: 'a-b', name: 'c-d' },
    ].map(buildKubernetesNamespaceName);

    expect(new Set(names).size).toBe(names.length);
  });

  it('gives the same name for the same parts', () => {
    const parts = { id, team: 'burgerzaken', name: 'demo' };

    expect(buildKubernetesNamespaceName(parts)).toBe(
      buildKubernetesNamespaceName({ ...parts }),
    );
  });
});
