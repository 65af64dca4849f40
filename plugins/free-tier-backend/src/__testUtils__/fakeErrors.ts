import {
  HostClusterConflictError,
  HostClusterForbiddenError,
  HostClusterQuotaError,
  HostClusterRejectedError,
  HostClusterUnavailableError,
} from '../kubernetes/HostClusterErrors';

/** One error of every class a host cluster throws. */
export const fakeErrors = {
  unavailable: () =>
    new HostClusterUnavailableError({
      reason: 'HostClusterUnreachable',
      localizedMessage: {
        nl: 'De Kubernetes-omgeving is niet bereikbaar.',
        en: 'The Kubernetes environment cannot be reached.',
      },
    }),
  forbidden: () =>
    new HostClusterForbiddenError({
      reason: 'HostClusterForbidden',
      localizedMessage: {
        nl: 'De Kubernetes-omgeving weigert het portaal.',
        en: 'The Kubernetes environment refuses the portal.',
      },
    }),
  full: () =>
    new HostClusterQuotaError({
      reason: 'HostClusterFull',
      localizedMessage: {
        nl: 'De Kubernetes-omgeving is vol.',
        en: 'The Kubernetes environment is full.',
      },
    }),
  conflict: () =>
    new HostClusterConflictError({
      reason: 'NamespaceTaken',
      localizedMessage: {
        nl: 'De ruimte is van iets anders.',
        en: 'The space belongs to something else.',
      },
    }),
  rejected: () =>
    new HostClusterRejectedError({
      reason: 'HostClusterRejected',
      localizedMessage: {
        nl: 'De Kubernetes-omgeving neemt het niet aan.',
        en: 'The Kubernetes environment does not accept it.',
      },
    }),
};
