/**
 * English that Backstage and its design system have fixed in their code, without
 * a message to translate. Checked against release 1.55; entries that a newer
 * release makes translatable (backstage#34139, backstage#31779) can go.
 *
 * @internal
 */
export const dutchLabels: Record<string, string> = {
  // @backstage/ui
  Breadcrumbs: 'Kruimelpad',
  Close: 'Sluiten',
  'Content navigation': 'Onderdelen van deze pagina',
  'Data table': 'Tabel',
  Decrease: 'Verlagen',
  Dismiss: 'Sluiten',
  Increase: 'Verhogen',
  Loading: 'Laden',
  'More actions': 'Meer acties',
  'Next table page': 'Volgende pagina van de tabel',
  'Open calendar': 'Kalender openen',
  'Previous table page': 'Vorige pagina van de tabel',
  'Row selection': 'Rijen kiezen',
  'Select all': 'Alles kiezen',
  'Select row': 'Rij kiezen',
  'Select table page size': 'Aantal rijen per pagina',
  'Toolbar tabs': 'Tabbladen van deze pagina',
  // @backstage/core-components
  breadcrumb: 'Kruimelpad',
  'filter list': 'Lijst filteren',
  'Status aborted': 'Status afgebroken',
  'Status error': 'Status fout',
  'Status ok': 'Status in orde',
  'Status pending': 'Status wacht',
  'Status running': 'Status loopt',
  'Status warning': 'Status waarschuwing',
  Support: 'Hulp',
  tabs: 'Tabbladen',
  // plugins
  'clear search': 'Zoekveld leegmaken',
  close: 'Sluiten',
  'Copy to clipboard': 'Kopiëren naar het klembord',
  delete: 'Verwijderen',
  download: 'Downloaden',
  Duplicate: 'Dupliceren',
  'expand row': 'Rij uitklappen',
  'filter by type': 'Filteren op soort',
  'List of search types tabs': 'Tabbladen met soorten zoekresultaten',
  'mark as read': 'Als gelezen markeren',
  maxp: 'Grootste diepte',
  more: 'Meer',
  'Move down': 'Omlaag',
  'Move up': 'Omhoog',
  'next page': 'Volgende pagina',
  'open notification': 'Melding openen',
  'pagination navigation': 'Bladeren',
  'previous page': 'Vorige pagina',
  Query: 'Zoekopdracht',
  Remove: 'Weghalen',
  search: 'Zoeken',
  'Search docs': 'Zoeken in documentatie',
  'Search members': 'Leden zoeken',
  'Search members...': 'Leden zoeken …',
  'Select notification': 'Melding kiezen',
  'Show formatted value': 'Opgemaakte waarde tonen',
  'View source': 'Bron bekijken',
};

/**
 * Titles of pages, tabs and groups that are plain strings in the plugins. Used
 * where the app does not draw them itself: tabs of an entity and the title of
 * the document.
 *
 * @internal
 */
export const dutchTitles: Record<string, string> = {
  APIs: "API's",
  Catalog: 'Catalogus',
  'Catalog Graph': 'Relaties',
  Create: 'Nieuw maken',
  Definition: 'Definitie',
  Deployment: 'Uitrol',
  Development: 'Ontwikkeling',
  Docs: 'Documentatie',
  Documentation: 'Documentatie',
  Home: 'Start',
  Notifications: 'Meldingen',
  Observability: 'Waarneming',
  Operation: 'Beheer',
  Overview: 'Overzicht',
  Search: 'Zoeken',
  Settings: 'Instellingen',
  TechDocs: 'Documentatie',
};

const dutchFilters: Record<string, string> = {
  All: 'Alle',
  Owned: 'Eigen',
  Starred: 'Favoriete',
};

const dutchKinds: Record<string, string> = {
  APIs: "API's",
  Components: 'componenten',
  Domains: 'domeinen',
  Groups: 'groepen',
  Locations: 'locaties',
  Resources: 'resources',
  Systems: 'systemen',
  Templates: 'sjablonen',
  Users: 'gebruikers',
};

/**
 * Visible texts of tables with something filled in: the footer, and the title of
 * the catalog's.
 *
 * @internal
 */
export const dutchPatterns: [
  pattern: RegExp,
  toDutch: (...values: string[]) => string,
][] = [
  [/^Show (\d+) results$/, (_, count) => `Toon ${count} resultaten`],
  [
    /^(\d+) - (\d+) of (\d+)$/,
    (_, from, to, total) => `${from} - ${to} van ${total}`,
  ],
  [/^(\d+) items$/, (_, count) => `${count} resultaten`],
  [
    /^(All|Owned|Starred) (?:(.+) )?(APIs|[A-Z][a-z]+s)( \(\d+\))?$/,
    (_, filter, type, kind, count = '') =>
      `${dutchFilters[filter]} ${dutchKinds[kind] ?? kind}${
        type ? ` van type ${type}` : ''
      }${count}`,
  ],
];
