import { cpus } from 'node:os';
import type { BuildProgress } from '../control-plane/programs.ts';
import { writeFileAtomic } from './files.ts';
import type { LocalizedText } from './LocalizedText.ts';

/** @internal */
export type PortalStatusState = 'starting' | 'failed' | 'available';

/**
 * Tells the portal how far the control plane is; it shows this on the Clusters page.
 *
 * @internal
 */
export function writePortalStatus(
  path: string,
  state: PortalStatusState,
  message: LocalizedText,
): void {
  const status = { state, message, updatedAt: new Date().toISOString() };
  writeFileAtomic(path, `${JSON.stringify(status, null, 2)}\n`);
}

/** Measured on 2 cores: 7 minutes for all programs together. */
const BUILD_CORE_MINUTES = 14;

/** @internal */
export function estimateBuildMinutes(cores: number): number {
  return Math.max(2, Math.ceil(BUILD_CORE_MINUTES / cores));
}

/** @internal */
export function describeBuild(progress: BuildProgress): LocalizedText {
  const cores = cpus().length;
  const minutes = estimateBuildMinutes(cores);
  const { program, number, total } = progress;
  return {
    nl: `Kubernetes wordt voor het eerst gebouwd: ${program}, ${number} van ${total}. Alles samen duurt dat meestal ${minutes} minuten op ${cores} kernen.`,
    en: `Kubernetes is being built for the first time: ${program}, ${number} of ${total}. All together this usually takes ${minutes} minutes on ${cores} cores.`,
  };
}

/** @internal */
export const STATUS_MESSAGES = {
  starting: {
    nl: 'Kubernetes wordt gestart.',
    en: 'Kubernetes is being started.',
  },
  available: {
    nl: 'Kubernetes is beschikbaar.',
    en: 'Kubernetes is available.',
  },
  failed: {
    nl: 'Kubernetes kon niet worden gestart. De opdracht ./nerds status zegt waarom.',
    en: 'Kubernetes could not be started. The command ./nerds status says why.',
  },
  stopped: {
    nl: 'Kubernetes is gestopt.',
    en: 'Kubernetes has been stopped.',
  },
} satisfies Record<string, LocalizedText>;

/** @internal */
export function describeRestart(component: string): LocalizedText {
  return {
    nl: `${component} is gestopt en wordt opnieuw gestart.`,
    en: `${component} stopped and is being started again.`,
  };
}
