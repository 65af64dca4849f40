import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { kubernetesTranslationRef } from '@backstage/plugin-kubernetes';

/** The Dutch messages of `kubernetes`. */
export default createTranslationMessages({
  ref: kubernetesTranslationRef,
  full: true,
  messages: {
    'kubernetesContentPage.permissionAlert.title': 'Toestemming nodig',
    'kubernetesContentPage.permissionAlert.message':
      "Vraag de beheerder van het portaal om de rechten 'kubernetes.clusters.read' en 'kubernetes.resources.read'. Daarmee kunt u Kubernetes-objecten bekijken.",
    'kubernetesContentPage.title': 'Uw clusters',
    'kubernetesContentPage.emptyState.title': 'Geen Kubernetes-resources',
    'kubernetesContentPage.emptyState.description':
      'Op geen enkel bekend cluster staan resources van {{entityName}}',
    'entityContent.title': 'Kubernetes',
  },
});
