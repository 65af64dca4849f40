import type { LocalizedText, Role } from '@nerds/plugin-access-common';

/** What people call a role, and what it is for. @internal */
export const ROLE_TEXTS: Record<
  Role,
  { title: LocalizedText; description: LocalizedText }
> = {
  developer: {
    title: { nl: 'Ontwikkelaar', en: 'Developer' },
    description: {
      nl: 'Iedereen die is aangemeld: werkt met de dingen van de eigen teams en ziet de softwarecatalogus.',
      en: 'Everyone who is signed in: works with the things of the own teams and sees the software catalogue.',
    },
  },
  'team-lead': {
    title: { nl: 'Teamleider', en: 'Team lead' },
    description: {
      nl: 'Beoordeelt wie bij de dingen van het team kan, en trekt in wat niet meer nodig is.',
      en: 'Reviews who can reach the things of the team, and revokes what is not needed any more.',
    },
  },
  'data-owner': {
    title: { nl: 'Gegevenseigenaar', en: 'Data owner' },
    description: {
      nl: 'Is verantwoordelijk voor de gegevens van het team.',
      en: 'Is responsible for the data of the team.',
    },
  },
  'platform-engineer': {
    title: { nl: 'Platformbeheerder', en: 'Platform engineer' },
    description: {
      nl: 'Houdt het platform draaiend: ziet en beheert alle clusters, maar komt er niet in.',
      en: 'Keeps the platform running: sees and manages all clusters, but does not get into them.',
    },
  },
  auditor: {
    title: { nl: 'Auditor', en: 'Auditor' },
    description: {
      nl: 'Leest alles, ook het auditlogboek, en verandert niets.',
      en: 'Reads everything, the audit log too, and changes nothing.',
    },
  },
  administrator: {
    title: { nl: 'Beheerder', en: 'Administrator' },
    description: {
      nl: 'Geeft rollen en neemt ze terug, en beslist in een toegangsbeoordeling wat de teamleider niet zelf mag.',
      en: 'Grants and revokes roles, and decides in an access review what the team lead may not.',
    },
  },
};
