/**
 * Time to a cluster: from `POST /clusters` to the first successful write with
 * the tenant's kubeconfig, beside the floor in the same run: the same objects
 * sent to the same API server one after the other, with the same waits.
 *
 * Usage: node benchmarks/time-to-cluster/run.ts [--runs 30] [--owner group:default/burgerzaken]
 *        [--user dev-burgerzaken] [--portal http://localhost:7007] [--kubeconfig FILE]
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HttpClient } from '../httpJson.ts';
import { quantile } from '../statistics.ts';
import { deleteReplay, recordCluster, replayCluster } from './floor.ts';
import { openKubeconfigFile } from './kubeconfig.ts';
import { deleteCluster, requestCluster, type Portal } from './portal.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '30' },
    owner: { type: 'string', default: 'group:default/burgerzaken' },
    user: { type: 'string', default: 'dev-burgerzaken' },
    portal: { type: 'string', default: 'http://localhost:7007' },
    kubeconfig: {
      type: 'string',
      default: path.join(root, '.nerds/kubernetes/portal.kubeconfig'),
    },
  },
});

const runs = Number(values.runs);
const account = openKubeconfigFile(values.kubeconfig);
const token = execFileSync(path.join(root, 'nerds'), ['token', values.user])
  .toString()
  .trim()
  .split('\n')
  .at(-1)!;
const portal: Portal = {
  client: new HttpClient(values.portal),
  token,
  owner: values.owner,
};

const session = randomBytes(3).toString('hex');
const portalMs: number[] = [];
const floorMs: number[] = [];
// the first of each warms connections and caches up, and records the objects
for (let run = 0; run <= runs; run++) {
  const cluster = await requestCluster(portal, `bench-${session}-${run}`);
  const recording = await recordCluster(account, cluster.kubernetesNamespace);
  await deleteCluster(portal, cluster.id);
  const floorNamespace = `floor-${session}-${run}`;
  const elapsedMs = await replayCluster(account, recording, floorNamespace);
  await deleteReplay(account, floorNamespace);
  if (run > 0) {
    portalMs.push(cluster.elapsedMs);
    floorMs.push(elapsedMs);
    process.stderr.write(
      `run ${run}/${runs}: portal ${cluster.elapsedMs.toFixed(
        0,
      )} ms, floor ${elapsedMs.toFixed(0)} ms\n`,
    );
  }
}
portal.client.close();
account.client.close();

const row = (title: string, sample: number[]) =>
  `${title.padEnd(8)} median ${quantile(sample, 0.5)
    .toFixed(0)
    .padStart(5)} ms   p95 ${quantile(sample, 0.95)
    .toFixed(0)
    .padStart(5)} ms   n=${sample.length}`;
const ratio = quantile(portalMs, 0.5) / quantile(floorMs, 0.5);
process.stdout.write(
  `${[
    row('portal', portalMs),
    row('floor', floorMs),
    `portal / floor (median): ${ratio.toFixed(2)}`,
  ].join('\n')}\n`,
);
