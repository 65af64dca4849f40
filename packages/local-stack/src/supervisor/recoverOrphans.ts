import { stopProcess } from '../process/stopProcess.ts';
import { listRunning, type StackState } from '../state/stackState.ts';

/**
 * Stops what a supervisor that was killed left running. Only processes that
 * are certainly the recorded ones, the portal first and PostgreSQL last.
 *
 * @returns names of the components that were stopped
 * @internal
 */
export async function recoverOrphans(
  state: StackState | undefined,
): Promise<string[]> {
  const order = [
    'portal',
    'kwok',
    'kube-scheduler',
    'kube-controller-manager',
    'kube-apiserver',
    'etcd',
    'identity-provider',
    'postgres',
  ];
  const orphans = listRunning(state).sort(
    (a, b) => order.indexOf(a.component) - order.indexOf(b.component),
  );
  for (const { process, stop } of orphans) {
    if (process) {
      await stopProcess(process, stop);
    }
  }
  return orphans.map(({ component }) => component);
}
