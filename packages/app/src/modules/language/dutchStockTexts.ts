import type { StockTexts } from './stockTexts';

/**
 * English that Backstage and its design system have fixed in their code, without
 * a message to translate. Checked against release 1.55; entries that a newer
 * release makes translatable (backstage#34139, backstage#31779) can go.
 */
const dutchLabels: Record<string, string> = {
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
  // Material UI
  clear: 'Leegmaken',
  Clear: 'Leegmaken',
  'Clear Search': 'Zoekveld leegmaken',
  'First Page': 'Eerste pagina',
  'Last Page': 'Laatste pagina',
  'Next page': 'Volgende pagina',
  'Next Page': 'Volgende pagina',
  Open: 'Openen',
  'Previous page': 'Vorige pagina',
  'Previous Page': 'Vorige pagina',
  Search: 'Zoeken',
  // @backstage/core-components
  breadcrumb: 'Kruimelpad',
  'Copy lines': 'Regels kopiëren',
  'filter list': 'Lijst filteren',
  'Next match': 'Volgende vindplaats',
  'Only matching lines': 'Alleen regels met de zoektekst',
  'Press Escape and then Tab to leave the editor':
    'Druk op Escape en dan op Tab om de editor te verlaten',
  'Previous match': 'Vorige vindplaats',
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
  'Copy text': 'Tekst kopiëren',
  'Copy to clipboard': 'Kopiëren naar het klembord',
  delete: 'Verwijderen',
  download: 'Downloaden',
  Duplicate: 'Dupliceren',
  'expand row': 'Rij uitklappen',
  'filter by type': 'Filteren op soort',
  Kind: 'Soort',
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
 */
const dutchTitles: Record<string, string> = {
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

/**
 * Visible texts that nobody would write by chance.
 */
const dutchTexts: Record<string, string> = {
  '... or please': '… of neem',
  ', Opens in a new window': ', opent in een nieuw venster',
  'Custom Fields': 'Eigen velden',
  'Edit Template': 'Sjabloon bewerken',
  'Lifecycle:': 'Levensfase:',
  'Lines copied to clipboard': 'Regels gekopieerd naar het klembord',
  'No templates found that match your filter. Learn more about':
    'Er zijn geen sjablonen gevonden. Lees meer over',
  'Owner:': 'Eigenaar:',
  'Result Type': 'Soort resultaat',
  'Rows per page:': 'Rijen per pagina:',
  'Software Catalog': 'Softwarecatalogus',
  'Template Form': 'Formulier van een sjabloon',
  'adding templates': 'sjablonen toevoegen',
  'contact support': 'contact op met de beheerders',
  'if you think this is a bug.': 'als dit volgens u een fout is.',
  // relations of the catalog, in its diagram
  apiConsumedBy: 'gebruikt door',
  apiProvidedBy: 'aangeboden door',
  childOf: 'valt onder',
  consumesApi: 'gebruikt API',
  dependencyOf: 'nodig voor',
  dependsOn: 'hangt af van',
  hasMember: 'heeft als lid',
  hasPart: 'bevat',
  memberOf: 'lid van',
  ownedBy: 'eigendom van',
  ownerOf: 'eigenaar van',
  parentOf: 'staat boven',
  partOf: 'deel van',
  providesApi: 'biedt API',
};

/**
 * Names of fields and choices of the search page.
 */
const dutchFields: Record<string, string> = {
  Documentation: 'Documentatie',
  Kind: 'Soort',
  Lifecycle: 'Levensfase',
  Required: 'Verplicht',
  '(Required)': '(Verplicht)',
  'Select an option': 'Kies een mogelijkheid',
};

/**
 * The status of a task, as the backend calls it.
 */
const dutchStatuses: Record<string, string> = {
  cancelled: 'geannuleerd',
  completed: 'klaar',
  failed: 'mislukt',
  open: 'wacht',
  processing: 'bezig',
  skipped: 'overgeslagen',
};

const dutchUnits: Record<string, string> = {
  second: 'seconde',
  seconds: 'seconden',
  minute: 'minuut',
  minutes: 'minuten',
  hour: 'uur',
  hours: 'uur',
  day: 'dag',
  days: 'dagen',
};

function toDuration(english: string) {
  return english.replace(/[a-z]+/g, unit => dutchUnits[unit] ?? unit);
}

const dutchLogLines: Record<string, string> = {
  'Beginning step': 'Begonnen met stap',
  'Finished step': 'Klaar met stap',
};

/**
 * Visible texts with something filled in that nobody would write by chance.
 */
const dutchSentences: StockTexts['sentences'] = [
  [
    /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (Beginning step|Finished step) (.+)$/,
    (_, at, what, step) => `${at} ${dutchLogLines[what]} ${step}`,
  ],
  // members of a team, behind the Dutch of the stock card
  [
    /^(Leden van .+) \((\d+) of (\d+)\)$/,
    (_, title, shown, total) => `${title} (${shown} van ${total})`,
  ],
  // files that one is about to register
  [/^Entities: (\d+)$/, (_, count) => `Entiteiten: ${count}`],
  // documentation that has no such page, behind the Dutch of the stock page
  [
    /^(FOUT|ERROR) 404: NotFoundError: Page not found\.(?: This could be because there is no (\S+) file in the root of the docs directory of this repository\.)?$/,
    (_, __, file) =>
      `FOUT 404: deze pagina is er niet.${
        file
          ? ` Misschien staat er geen ${file} in de map met documentatie van de repository.`
          : ''
      }`,
  ],
];

const dutchFilters: Record<string, string> = {
  All: 'Alle',
  Owned: 'Eigen',
  Starred: 'Favoriete',
};

const dutchKinds: Record<string, string> = {
  apis: "API's",
  components: 'componenten',
  domains: 'domeinen',
  groups: 'groepen',
  locations: 'locaties',
  resources: 'resources',
  systems: 'systemen',
  templates: 'sjablonen',
  users: 'gebruikers',
};

function toCatalogTitle(
  ...[, filter, type, kind, count = '']: (string | undefined)[]
) {
  const what = kind && (dutchKinds[kind.toLowerCase()] ?? kind);
  return [dutchFilters[filter!], what, type && `van type ${type}`]
    .filter(Boolean)
    .join(' ')
    .concat(count);
}

/**
 * Visible texts of tables and steps with something filled in: the footer, the title
 * of the catalog's, how long a step took.
 */
const dutchPatterns: StockTexts['patterns'] = [
  [/^Show (\d+) results$/, (_, count) => `Toon ${count} resultaten`],
  [
    /^(\d+) - (\d+) of (\d+)$/,
    (_, from, to, total) => `${from} - ${to} van ${total}`,
  ],
  [
    /^\d+ (second|minute|hour|day)s?(, \d+ (second|minute|hour)s?)*$/,
    toDuration,
  ],
  [/^(\d+) items$/, (_, count) => `${count} resultaten`],
  [
    /^(All|Owned|Starred)(?:(?: (.+))? ([A-Za-z]+[sS]))?( \(\d+\))?$/,
    toCatalogTitle,
  ],
];

/** All of it. @internal */
export const dutchStockTexts: StockTexts = {
  labels: dutchLabels,
  titles: dutchTitles,
  texts: dutchTexts,
  fields: dutchFields,
  statuses: dutchStatuses,
  patterns: dutchPatterns,
  sentences: dutchSentences,
};
