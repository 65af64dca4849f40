import { CLUSTER_NAME_MAX_LENGTH, evaluateClusterName } from './clusterName';

describe('evaluateClusterName', () => {
  it.each([
    'abc',
    'mijn-cluster',
    'a1b2',
    'a'.repeat(CLUSTER_NAME_MAX_LENGTH),
    'kubernetes',
  ])('accepts %s', name => {
    expect(evaluateClusterName(name)).toBeUndefined();
  });

  it.each([
    ['nothing', '', 'field-required'],
    [
      'one character too many',
      'a'.repeat(CLUSTER_NAME_MAX_LENGTH + 1),
      'field-too-long',
    ],
    ['too few characters', 'ab', 'name-too-short'],
    ['upper case', 'Mijn-cluster', 'name-characters'],
    ['a leading digit', '1cluster', 'name-characters'],
    ['a leading hyphen', '-cluster', 'name-characters'],
    ['a trailing hyphen', 'cluster-', 'name-characters'],
    ['two hyphens in a row', 'mijn--cluster', 'name-characters'],
    ['a space', 'mijn cluster', 'name-characters'],
    ['an underscore', 'mijn_cluster', 'name-characters'],
    ['a dot', 'mijn.cluster', 'name-characters'],
    ['a line break at the end', 'cluster\n', 'name-characters'],
    ['a Cyrillic look-alike', 'clustеr', 'name-characters'],
    ['full-width letters', 'ｃｌｕｓｔｅｒ', 'name-characters'],
    ['an invisible character', 'clus\u200bter', 'name-characters'],
    ['a combining accent', 'cluste\u0301r', 'name-characters'],
    ['a path', '../cluster', 'name-characters'],
    ['the prefix of Kubernetes', 'kube-burgerzaken', 'name-reserved'],
    ['the prefix of OpenShift', 'openshift-test', 'name-reserved'],
    ['the prefix of the portal', 'nerds-test', 'name-reserved'],
    ['the default namespace', 'default', 'name-reserved'],
  ])('refuses %s', (_title, name, code) => {
    expect(evaluateClusterName(name)?.code).toBe(code);
  });

  it('decides about a hostile name at once', () => {
    // a pattern with nested repeats would need 2^30 steps for this one
    expect(evaluateClusterName(`${'a'.repeat(29)}!`)?.code).toBe(
      'name-characters',
    );
  });
});
