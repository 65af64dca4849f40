import {
  catalogEntityCreatePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import type { Permission } from '@backstage/plugin-permission-common';
import {
  actionExecutePermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { auditLogEventReadPermission } from '@nerds/plugin-audit-log-common';
import {
  freeTierClusterConnectPermission,
  freeTierClusterCreatePermission,
  freeTierClusterDeletePermission,
  freeTierClusterReadPermission,
  freeTierClusterUpdatePermission,
} from '@nerds/plugin-free-tier-common';

/** A permission that a machine can have, and what it means in words. @public */
export interface GrantablePermissionEntry {
  permission: Permission;
  title: { nl: string; en: string };
  description: { nl: string; en: string };
}

/**
 * What a machine can be allowed at all, always within its own team.
 *
 * @remarks
 * Left out on purpose: everything about roles, reviews and tokens, for a
 * machine must not widen its own reach, and whatever only platform engineers,
 * auditors and administrators may.
 *
 * @public
 */
export const GRANTABLE_PERMISSIONS: readonly GrantablePermissionEntry[] = [
  {
    permission: freeTierClusterReadPermission,
    title: { nl: 'Clusters bekijken', en: 'See clusters' },
    description: {
      nl: 'De clusters van het team en hun toestand.',
      en: 'The clusters of the team and their state.',
    },
  },
  {
    permission: freeTierClusterCreatePermission,
    title: { nl: 'Clusters aanvragen', en: 'Request clusters' },
    description: {
      nl: 'Een cluster aanvragen op de plaatsen van het team.',
      en: 'Request a cluster in the places of the team.',
    },
  },
  {
    permission: freeTierClusterConnectPermission,
    title: { nl: 'Toegang tot clusters maken', en: 'Get into clusters' },
    description: {
      nl: 'Een kubeconfig maken voor een cluster van het team. Wie die heeft, kan alles in dat cluster.',
      en: 'Make a kubeconfig for a cluster of the team. Whoever has it can do everything in that cluster.',
    },
  },
  {
    permission: freeTierClusterUpdatePermission,
    title: { nl: 'Clusters wijzigen', en: 'Change clusters' },
    description: {
      nl: 'Een mislukt cluster van het team opnieuw laten proberen.',
      en: 'Have a failed cluster of the team tried again.',
    },
  },
  {
    permission: freeTierClusterDeletePermission,
    title: { nl: 'Clusters verwijderen', en: 'Delete clusters' },
    description: {
      nl: 'Een cluster van het team verwijderen, met alles erin.',
      en: 'Delete a cluster of the team, with everything in it.',
    },
  },
  {
    permission: catalogEntityReadPermission,
    title: { nl: 'De catalogus lezen', en: 'Read the catalogue' },
    description: {
      nl: 'Alles opzoeken wat het team in de softwarecatalogus kan zien.',
      en: 'Look up everything that the team can see in the software catalogue.',
    },
  },
  {
    permission: catalogEntityRefreshPermission,
    title: {
      nl: 'De catalogus laten verversen',
      en: 'Have the catalogue refreshed',
    },
    description: {
      nl: 'Een onderdeel van het team opnieuw laten inlezen.',
      en: 'Have something of the team read again.',
    },
  },
  {
    permission: catalogEntityCreatePermission,
    title: {
      nl: 'In de catalogus opnemen',
      en: 'Add to the catalogue',
    },
    description: {
      nl: 'Onderdelen opnemen in de softwarecatalogus; nodig naast locaties toevoegen.',
      en: 'Add things to the software catalogue; needed besides adding locations.',
    },
  },
  {
    permission: catalogLocationCreatePermission,
    title: { nl: 'Locaties toevoegen', en: 'Add locations' },
    description: {
      nl: 'De catalogus laten lezen wat er in een repository beschreven staat.',
      en: 'Have the catalogue read what a repository describes.',
    },
  },
  {
    permission: catalogLocationReadPermission,
    title: { nl: 'Locaties lezen', en: 'Read locations' },
    description: {
      nl: 'Zien waar de catalogus zijn beschrijvingen vandaan haalt.',
      en: 'See where the catalogue gets its descriptions from.',
    },
  },
  {
    permission: taskCreatePermission,
    title: { nl: 'Sjablonen uitvoeren', en: 'Run templates' },
    description: {
      nl: 'Een taak starten van een sjabloon. Ook de acties van het sjabloon moeten toegestaan zijn.',
      en: 'Start a task of a template. The actions of the template have to be allowed as well.',
    },
  },
  {
    permission: taskReadPermission,
    title: { nl: 'Taken volgen', en: 'Follow tasks' },
    description: {
      nl: 'Zien hoever de eigen taken zijn.',
      en: 'See how far the own tasks are.',
    },
  },
  {
    permission: actionExecutePermission,
    title: { nl: 'Acties uitvoeren', en: 'Run actions' },
    description: {
      nl: 'De acties uitvoeren waaruit sjablonen bestaan.',
      en: 'Run the actions that templates are made of.',
    },
  },
  {
    permission: templateParameterReadPermission,
    title: {
      nl: 'Velden van sjablonen lezen',
      en: 'Read the fields of templates',
    },
    description: {
      nl: 'Zien wat een sjabloon vraagt; nodig om het uit te voeren.',
      en: 'See what a template asks for; needed to run it.',
    },
  },
  {
    permission: templateStepReadPermission,
    title: {
      nl: 'Stappen van sjablonen lezen',
      en: 'Read the steps of templates',
    },
    description: {
      nl: 'Zien wat een sjabloon doet; nodig om het uit te voeren.',
      en: 'See what a template does; needed to run it.',
    },
  },
  {
    permission: auditLogEventReadPermission,
    title: { nl: 'Het auditlogboek lezen', en: 'Read the audit log' },
    description: {
      nl: 'Wat er met de dingen van het team gebeurd is.',
      en: 'What happened to the things of the team.',
    },
  },
];
