import { cpus } from 'node:os';
import type { LocalizedText } from '../state/LocalizedText.ts';
import type { PortalStatusState } from '../state/portalStatus.ts';

/** Measured on 2 cores. */
const BUILD_CORE_MINUTES = 10;

/** @internal */
export function describeForgeBuild(cores = cpus().length): LocalizedText {
  const minutes = Math.max(1, Math.ceil(BUILD_CORE_MINUTES / cores));
  return {
    nl: `De lokale forge (Gitea) wordt voor het eerst gebouwd. Dat duurt meestal ${minutes} minuten op ${cores} kernen.`,
    en: `The local forge (Gitea) is being built for the first time. This usually takes ${minutes} minutes on ${cores} cores.`,
  };
}

const MESSAGES: Record<PortalStatusState, LocalizedText> = {
  starting: {
    nl: 'De lokale forge wordt gestart.',
    en: 'The local forge is being started.',
  },
  available: {
    nl: 'De lokale forge is beschikbaar.',
    en: 'The local forge is available.',
  },
  failed: {
    nl: 'De lokale forge kon niet worden gestart. De opdracht ./nerds status zegt waarom.',
    en: 'The local forge could not be started. The command ./nerds status says why.',
  },
};

/** What the portal says about a forge in this state. @internal */
export function buildForgeStatus(state: PortalStatusState): LocalizedText {
  return MESSAGES[state];
}
