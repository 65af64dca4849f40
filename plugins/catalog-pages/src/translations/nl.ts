import type { messages as english } from './en';

const messages: Record<keyof typeof english, string> = {
  'facet.kind': 'Soort',
  'facet.type': 'Type',
  'facet.owner': 'Eigenaar',
  'facet.organisation': 'Organisatie',
  'facet.lifecycle': 'Levensfase',
  'facet.tags': 'Tags',
  'facet.option': '{{label}} ({{total}})',

  'government.title': 'Overheid',
  'government.organisation': 'Organisatie',
  'government.availability': 'Beschikbaarheid',
  'government.integrity': 'Integriteit',
  'government.confidentiality': 'Vertrouwelijkheid',
  'government.level.low': 'Laag',
  'government.level.medium': 'Midden',
  'government.level.high': 'Hoog',
  'government.personalData': 'Persoonsgegevens',
  'government.personalData.none': 'Geen',
  'government.personalData.present': 'Ja',
  'government.processingRecord': 'Verwerkingsregister',
  'government.accessibility': 'Toegankelijkheid',
  'government.accessibility.A': 'A: voldoet volledig',
  'government.accessibility.B': 'B: voldoet gedeeltelijk',
  'government.accessibility.C': 'C: eerste maatregelen genomen',
  'government.accessibility.D': 'D: voldoet niet',
  'government.accessibility.E': 'E: geen toegankelijkheidsverklaring',
  'government.accessibilityStatement': 'Toegankelijkheidsverklaring',
  'government.publiccode': 'Open source',
  'government.publiccodeFile': 'publiccode.yml',
  'government.register.api': 'API-register',
  'government.register.oss': 'OSS-register',
  'government.register.algorithm': 'Algoritmeregister',
  'government.adrScore': 'NL API Design Rules',
  'government.adrScoreValue': '{{score}} van de 100',
  'government.empty':
    'Er is nog niets bekend: geen organisatie, classificatie of publicatie. Zet de annotaties van het entiteitenmodel in catalog-info.yaml.',
  'government.failed':
    'De organisatie was niet op te zoeken. Laad de pagina opnieuw.',

  'source.title': 'Herkomst',
  'source.from': 'Komt uit',
  'source.api-register': 'API-register van developer.overheid.nl',
  'source.oss-register': 'OSS-register van developer.overheid.nl',
  'source.algorithm-register': 'Algoritmeregister',
  'source.organisations': 'Lijst van overheidsorganisaties (TOOI)',
  'source.file': 'Bestand van het team zelf',
  'source.portal': 'Het portaal zelf',
  'source.page': 'Pagina bij de bron',
  'source.modifiedAt': 'Gewijzigd bij de bron',
  'source.archivedAt': 'Niet meer in de bron sinds',
  'source.location': 'Gelezen uit',
  'source.readAt': 'Laatst gelezen door de catalogus',
  'source.read.never': 'Nog niet',
  'source.read.atStart': 'Toen het portaal startte',
  'source.read.unknown':
    'Niet bekend: dit bestand wordt geregeld opnieuw gelezen, maar wanneer wordt niet bijgehouden',
  'source.read.failed': 'Was niet op te zoeken. Laad de pagina opnieuw.',
  'source.overdue': 'Langer geleden dan de bedoeling is',
  'source.modified.unknown': 'Zegt de bron niet',
  'source.state': 'Hoe het met de bron gaat',
  'source.fileFields':
    'Alles op deze pagina staat in dit bestand. Verbeter het daar; het portaal neemt het over.',
  'source.otherFields':
    'De organisatie volgt uit de eigenaar. Wie dit gebruikt of ervan afhangt, zeggen die entiteiten zelf.',
  'source.allFields':
    'Alles op deze pagina komt uit deze bron. Verbeter het daar; het portaal neemt het over.',

  'attention.title': 'Nog te doen',
  'attention.docs':
    'Er is nog geen documentatie. Schrijf docs/index.md en zet backstage.io/techdocs-ref: dir:. bij de annotaties.',
  'attention.apis':
    'Van deze dienst is geen API bekend. Is die er wel? Noem hem dan in spec.providesApis.',
};

export default messages;
