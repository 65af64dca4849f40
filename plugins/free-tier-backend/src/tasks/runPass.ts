import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { calculateBackoffMs } from '../domain/calculateBackoffMs';
import {
  evaluateFailure,
  isExplainedFailure,
  type Failure,
} from '../domain/evaluateFailure';
import {
  PassInterruptedError,
  StillWaitingError,
  type ClusterPass,
} from './ClusterPass';
import { freezeCluster, removeCluster } from './endCluster';
import { provisionCluster } from './provisionCluster';
import { recheckCluster } from './recheckCluster';

/**
 * Longest wait for what is under way on the host cluster already, in
 * milliseconds: it is no fault, so it is looked at more often than one.
 */
const LONGEST_WAIT_MS = 5000;

/** @internal */
export interface RunPassOptions {
  logger: LoggerService;
  recheckIntervalMs: number;
}

/**
 * Brings one cluster a stretch further to what is wanted of it, and writes
 * down how it went.
 *
 * @throws only when not even that can be written; the claim then runs out
 * @internal
 */
export async function runPass(
  pass: ClusterPass,
  options: RunPassOptions,
): Promise<void> {
  try {
    await reconcileCluster(pass, options.recheckIntervalMs);
  } catch (error) {
    if (error instanceof PassInterruptedError) {
      await pass.release();
      return;
    }
    try {
      await saveSetback(pass, error, options.logger);
    } catch (saveError) {
      if (!(saveError instanceof PassInterruptedError)) throw saveError;
      await pass.release();
    }
  }
}

async function reconcileCluster(
  pass: ClusterPass,
  recheckIntervalMs: number,
): Promise<void> {
  const { state, expiresAt } = pass.cluster;
  const livesForMs = expiresAt.getTime() - pass.now().getTime();
  const nextCheckInMs = Math.max(0, Math.min(recheckIntervalMs, livesForMs));
  switch (state) {
    case 'requested':
    case 'provisioning':
      await provisionCluster(pass, nextCheckInMs);
      return;
    case 'ready':
    case 'degraded':
      if (livesForMs <= 0) await freezeCluster(pass);
      else await recheckCluster(pass, nextCheckInMs);
      return;
    case 'deleting':
      await removeCluster(pass);
      return;
    case 'frozen':
    case 'failed':
    case 'deleted':
      pass.save({}, { release: { runInMs: null } });
      await pass.flush();
      return;
    default:
      throw new Error(`Cluster in unknown state ${state satisfies never}`);
  }
}

async function saveSetback(
  pass: ClusterPass,
  error: unknown,
  logger: LoggerService,
): Promise<void> {
  const attempts = pass.cluster.attempts + 1;
  const backoffMs = calculateBackoffMs(attempts, Math.random());
  const failure = evaluateFailure(pass.cluster, error, pass.now());
  const isWaiting = error instanceof StillWaitingError;
  const runInMs = isWaiting ? Math.min(backoffMs, LONGEST_WAIT_MS) : backoffMs;
  if (!isWaiting) logFailure(pass, failure, error, logger);
  pass.saveWaiting(failure.condition, failure.reason, failure.message, {
    changes: { state: failure.state, attempts },
    activity: isWaiting ? undefined : toActivity(pass, failure),
    release: { runInMs: failure.willRetry ? runInMs : null },
  });
  await pass.flush();
}

/** Only what is news: one cause that lasts is one line in the history. */
function toActivity(pass: ClusterPass, failure: Failure) {
  const { state, reason, message } = failure;
  const values = { reason, message };
  if (state === 'failed') return { code: 'Failed', values } as const;
  if (pass.cluster.reason === reason) return undefined;
  return state === 'degraded'
    ? ({ code: 'Degraded', values } as const)
    : ({ code: 'Waiting', values } as const);
}

function logFailure(
  pass: ClusterPass,
  failure: Failure,
  error: unknown,
  logger: LoggerService,
): void {
  const { id, region } = pass.cluster;
  const meta = { clusterId: id, region, reason: failure.reason };
  if (isExplainedFailure(failure)) {
    logger.warn(
      `Cluster ${id} is ${failure.state}: ${failure.message.en}`,
      meta,
    );
  } else {
    logger.error(
      `Cluster ${id} is ${failure.state} through a fault of the portal`,
      isError(error) ? error : new Error(String(error)),
    );
  }
}
