import { parse } from 'yaml';
import {
  buildConnectCommands,
  buildKubeconfigFileName,
  buildKubeconfigYaml,
} from './kubeconfigFile';

it('writes a kubeconfig that reads back the same, each certificate on one line', () => {
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'proef',
        cluster: {
          server: 'https://127.0.0.1:6443',
          'certificate-authority-data': 'QUJD'.repeat(100),
        },
      },
    ],
  };
  const yaml = buildKubeconfigYaml(kubeconfig);
  expect(parse(yaml)).toEqual(kubeconfig);
  expect(yaml.split('\n').some(line => line.includes('QUJD'.repeat(100)))).toBe(
    true,
  );
});

it('names the file after the cluster, in every command alike', () => {
  expect(buildKubeconfigFileName('proef')).toBe('proef.kubeconfig');
  const { save, use } = buildConnectCommands('proef');
  expect(save).toContain('~/Downloads/proef.kubeconfig');
  expect(use).toBe('export KUBECONFIG=~/.kube/proef.kubeconfig');
});
