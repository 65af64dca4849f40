import type { messages as english } from './en';

const messages: Record<keyof typeof english, string> = {
  'page.title': 'Bronnen van de catalogus',
  'page.intro': 'Waar de catalogus uit gevuld wordt, en hoe vers elke bron is.',
  'page.empty': 'Er is nog geen bron ingesteld',
  'page.emptyHow':
    'Een platformbeheerder stelt registers, forges en organisaties in onder ‘catalog.providers’ in de configuratie van het portaal. De documentatie zegt hoe.',
  'page.incomplete': 'De planner is niet te bereiken',
  'page.incompleteText':
    'Wanneer bronnen weer bijgewerkt worden is nu niet bekend, en sommige bronnen ontbreken.',
  'page.loading': 'Laden…',
  'page.back': 'Alle bronnen',
  'page.notFound': 'Deze bron is er niet',
  'list.label': 'Bronnen',
  'kind.register': 'Register',
  'kind.discovery': 'Forge',
  'kind.organisation': 'Organisatie',
  'state.never': 'Nog niet bijgewerkt',
  'state.running': 'Wordt bijgewerkt',
  'state.succeeded': 'Gelukt',
  'state.incomplete': 'Deels gelukt',
  'state.failed': 'Mislukt',
  'state.interrupted': 'Afgebroken',
  'state.ran': 'Uitgevoerd',
  'fact.state': 'Stand',
  'fact.last': 'Laatste keer',
  'fact.duration': 'Duur',
  'fact.fresh': 'Laatst goed gelezen',
  'fact.never': 'Nog nooit',
  'fact.overdue': 'Te laat: had al twee keer bijgewerkt moeten zijn.',
  'fact.next': 'Volgende keer',
  'fact.entities': 'In de catalogus',
  'fact.counts': 'Onderdelen',
  'fact.none': '–',
  'counts.text':
    '{{read}} gelezen, {{added}} nieuw, {{changed}} gewijzigd, {{unchanged}} gelijk, {{archived}} gearchiveerd, {{removed}} verwijderd, {{failed}} fout',
  'duration.seconds': '{{count}} s',
  'duration.minutes': '{{count}} min',
  'source.unreported':
    'Deze bron meldt geen aantallen en geen fouten per onderdeel. Of alles lukte staat in het log van het portaal.',
  'runNow.button': 'Nu bijwerken',
  'runNow.label': 'Nu bijwerken: {{title}}',
  'runNow.requested': 'Aangevraagd; begint binnen enkele seconden.',
  'runs.title': 'Laatste keren',
  'runs.none': 'Deze bron is nog niet bijgewerkt.',
  'errors.title': 'Fouten per onderdeel',
  'errors.show': 'Fouten tonen ({{count}})',
  'errors.more': 'Meer fouten',
  'errors.kept': 'Van de {{count}} fouten zijn de eerste {{kept}} bewaard.',
  'errors.field': 'Veld: {{field}}',
};

export default messages;
