import { stringify } from 'yaml';

/** Name of the file that a kubeconfig of a cluster is saved as. @internal */
export function buildKubeconfigFileName(clusterName: string): string {
  return `${clusterName}.kubeconfig`;
}

/**
 * The kubeconfig as the YAML file that `kubectl` reads.
 *
 * @remarks
 * No line folding: a certificate stays on one line, so that people can copy it.
 * @internal
 */
export function buildKubeconfigYaml(
  kubeconfig: Record<string, unknown>,
): string {
  return stringify(kubeconfig, { lineWidth: 0 });
}

/**
 * The commands that put a downloaded kubeconfig to use, for bash and zsh.
 * @internal
 */
export function buildConnectCommands(clusterName: string): {
  save: string;
  use: string;
  tryOut: string;
} {
  const file = buildKubeconfigFileName(clusterName);
  return {
    save: `mkdir -p ~/.kube && mv ~/Downloads/${file} ~/.kube/ && chmod 600 ~/.kube/${file}`,
    use: `export KUBECONFIG=~/.kube/${file}`,
    tryOut: 'kubectl get pods',
  };
}
