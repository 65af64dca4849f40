/**
 * One demo person: named after the role, so that nobody has to remember who may do what.
 *
 * @public
 */
export interface DemoAccount {
  /** Also the name of the User in the catalog (catalog-info/demo/people.yaml). */
  id: string;
  name: string;
  email: string;
  /** Names of Groups in the catalog. */
  groups: string[];
  role: { nl: string; en: string };
}

/**
 * The people of the demo organisation. A person signs in by choosing a name:
 * there are no passwords, because nothing here is worth one.
 *
 * @public
 */
export const DEMO_ACCOUNTS: DemoAccount[] = [
  {
    id: 'dev-burgerzaken',
    name: 'Ontwikkelaar burgerzaken',
    email: 'dev-burgerzaken@demo.invalid',
    groups: ['burgerzaken'],
    role: {
      nl: 'Ontwikkelaar in team burgerzaken',
      en: 'Developer in team burgerzaken',
    },
  },
  {
    id: 'dev-balie',
    name: 'Ontwikkelaar balie burgerzaken',
    email: 'dev-balie@demo.invalid',
    groups: ['burgerzaken-balie'],
    role: {
      nl: 'Ontwikkelaar in burgerzaken-balie, een deel van team burgerzaken',
      en: 'Developer in burgerzaken-balie, a part of team burgerzaken',
    },
  },
  {
    id: 'lead-burgerzaken',
    name: 'Teamleider burgerzaken',
    email: 'lead-burgerzaken@demo.invalid',
    groups: ['burgerzaken'],
    role: {
      nl: 'Leidt team burgerzaken',
      en: 'Leads team burgerzaken',
    },
  },
  {
    id: 'dev-vergunningen',
    name: 'Ontwikkelaar vergunningen',
    email: 'dev-vergunningen@demo.invalid',
    groups: ['vergunningen'],
    role: {
      nl: 'Ontwikkelaar in team vergunningen',
      en: 'Developer in team vergunningen',
    },
  },
  {
    id: 'data-owner',
    name: 'Data-eigenaar',
    email: 'data-owner@demo.invalid',
    groups: ['data-en-analyse'],
    role: {
      nl: 'Beslist over de gegevens van team data en analyse',
      en: 'Decides about the data of team data-en-analyse',
    },
  },
  {
    id: 'platform-engineer',
    name: 'Platformbeheerder',
    email: 'platform-engineer@demo.invalid',
    groups: ['platform'],
    role: {
      nl: 'Beheert het portaal en de clusters',
      en: 'Runs the portal and the clusters',
    },
  },
  {
    id: 'administrator',
    name: 'Beheerder',
    email: 'administrator@demo.invalid',
    groups: ['portal-beheer'],
    role: {
      nl: 'Geeft rollen en neemt ze terug',
      en: 'Grants roles and takes them back',
    },
  },
  {
    id: 'auditor',
    name: 'Auditor',
    email: 'auditor@demo.invalid',
    groups: ['auditors'],
    role: {
      nl: 'Mag alles zien, niets veranderen',
      en: 'May see everything, change nothing',
    },
  },
  {
    id: 'dev-two-teams',
    name: 'Ontwikkelaar in twee teams',
    email: 'dev-two-teams@demo.invalid',
    groups: ['burgerzaken', 'vergunningen'],
    role: {
      nl: 'Ontwikkelaar in teams burgerzaken en vergunningen',
      en: 'Developer in teams burgerzaken and vergunningen',
    },
  },
  {
    id: 'no-team',
    name: 'Medewerker zonder team',
    email: 'no-team@demo.invalid',
    groups: [],
    role: {
      nl: 'Hoort bij geen enkel team',
      en: 'Belongs to no team',
    },
  },
];

/** Every group that a demo person is in, once. @internal */
export const DEMO_GROUPS: string[] = [
  ...new Set(DEMO_ACCOUNTS.flatMap(({ groups }) => groups)),
];

/** @public */
export function findDemoAccount(id: string): DemoAccount | undefined {
  return DEMO_ACCOUNTS.find(account => account.id === id);
}
