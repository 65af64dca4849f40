import type { StepResult } from './StepResult';

/** The parts of a live Namespace that matter here. @internal */
export interface LiveNamespace {
  metadata: {
    uid: string;
    labels?: Record<string, string>;
  };
  status?: {
    phase?: string;
    conditions?: { type: string; status: string; message?: string }[];
  };
}

/**
 * What still holds a namespace that is being deleted.
 *
 * @param namespace - as it is
 * @returns never done: a namespace that can be looked at is not gone
 * @internal
 */
export function evaluateNamespaceGone(namespace: LiveNamespace): StepResult {
  if (namespace.status?.phase !== 'Terminating') {
    return {
      done: false,
      reason: 'NamespaceActive',
      message: {
        nl: 'De namespace bestaat nog en wordt nog niet verwijderd.',
        en: 'The namespace still exists and is not being deleted yet.',
      },
    };
  }
  const isTrue = (type: string) =>
    namespace.status?.conditions?.find(
      condition => condition.type === type && condition.status === 'True',
    );
  const finalizers = isTrue('NamespaceFinalizersRemaining');
  if (finalizers) {
    const blocking = parseFinalizers(finalizers.message);
    return {
      done: false,
      reason: 'FinalizersRemaining',
      message: {
        nl: `Het verwijderen wacht op finalizers van objecten in de namespace${blocking}. Haal ze daar weg, of vraag het een beheerder.`,
        en: `Deleting waits for finalizers on objects in the namespace${blocking}. Remove them there, or ask a platform engineer.`,
      },
    };
  }
  if (
    isTrue('NamespaceDeletionDiscoveryFailure') ||
    isTrue('NamespaceDeletionGroupVersionParsingFailure')
  ) {
    return {
      done: false,
      reason: 'DiscoveryFailed',
      message: {
        nl: 'Het verwijderen wacht op een onderdeel van de Kubernetes-omgeving dat niet antwoordt; een beheerder moet dat herstellen.',
        en: 'Deleting waits for a part of the host cluster that does not answer; a platform engineer has to mend it.',
      },
    };
  }
  return {
    done: false,
    reason: 'ContentRemaining',
    message: {
      nl: 'Kubernetes is de inhoud van de namespace nog aan het verwijderen.',
      en: 'Kubernetes is still deleting what is in the namespace.',
    },
  };
}

/**
 * Takes the names out of Kubernetes' sentence `Some content in the namespace
 * has finalizers remaining: a.nl/x in 1 resource instances, b.nl/y in 2 …`
 * (namespaced_resources_deleter.go, 1.36), so that nothing else of it is passed on.
 */
function parseFinalizers(message = ''): string {
  const names = [
    ...message.matchAll(/([\w.\-/]+) in (\d+) resource instances/g),
  ].map(([, name, count]) => `${name} (${count}×)`);
  return names.length > 0 ? `: ${names.join(', ')}` : '';
}
