import {
  buildMachineKubeconfig,
  buildPersonKubeconfig,
} from './buildKubeconfig';
import { buildTestEnvironment } from './__testUtils__/buildTestEnvironment';

const env = buildTestEnvironment();
const server = {
  server: 'https://k8s.example.nl:6443',
  certificateAuthorityData: 'Q0E=',
};
const oidc = {
  issuerUrl: 'https://sso.example.nl',
  clientId: 'nerds-kubectl',
  certificateAuthorityData: 'SURQ',
};

const person = buildPersonKubeconfig(env, server, oidc);
const machine = buildMachineKubeconfig(env, server, {
  id: 'c1',
  token: 'eyJ.token',
});

describe('kubeconfigs', () => {
  it.each([
    ['a person', person],
    ['a machine', machine],
  ])('leads %s to the own namespace over TLS', (_, kubeconfig) => {
    const current = kubeconfig['current-context'];

    expect(kubeconfig).toMatchObject({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: env.kubernetesNamespace,
          cluster: {
            server: server.server,
            'certificate-authority-data': 'Q0E=',
          },
        },
      ],
      contexts: [
        {
          name: current,
          context: {
            cluster: env.kubernetesNamespace,
            namespace: env.kubernetesNamespace,
            user: current,
          },
        },
      ],
      users: [{ name: current }],
    });
    expect(JSON.stringify(kubeconfig)).not.toContain('insecure');
  });

  it('signs a person in at the identity provider, without a secret in the file', () => {
    expect(person).toMatchObject({
      users: [
        {
          user: {
            exec: {
              apiVersion: 'client.authentication.k8s.io/v1',
              command: 'kubectl',
              interactiveMode: 'IfAvailable',
              args: [
                'oidc-login',
                'get-token',
                '--oidc-issuer-url=https://sso.example.nl',
                '--oidc-client-id=nerds-kubectl',
                '--oidc-extra-scope=profile',
                '--oidc-extra-scope=email',
                '--oidc-extra-scope=groups',
                '--certificate-authority-data=SURQ',
              ],
            },
          },
        },
      ],
    });
    expect(JSON.stringify(person)).not.toMatch(/token":|client-key|password/);
  });

  it('leaves the CAs out where the computer’s own are enough', () => {
    const text = JSON.stringify(
      buildPersonKubeconfig(
        env,
        { server: server.server },
        { issuerUrl: oidc.issuerUrl, clientId: oidc.clientId },
      ),
    );

    expect(text).not.toContain('certificate-authority');
  });

  it('keeps several credentials apart when files are merged', () => {
    const other = buildMachineKubeconfig(env, server, { id: 'c2', token: 't' });
    const names = [person, machine, other].map(
      kubeconfig => kubeconfig['current-context'],
    );

    expect(new Set(names).size).toBe(3);
  });
});
