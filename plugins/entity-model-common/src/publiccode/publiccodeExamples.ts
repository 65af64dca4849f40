/**
 * What to write for a key, by its name; the position in a list and the language
 * of a description do not matter.
 *
 * @internal
 */
export const PUBLICCODE_EXAMPLES: Record<string, string> = {
  publiccodeYmlVersion: '"0.7"',
  name: 'Balie',
  url: 'https://git.voorbeeld.nl/balie.git',
  landingURL: 'https://git.voorbeeld.nl/balie',
  isBasedOn: 'https://git.voorbeeld.nl/loket.git',
  softwareVersion: '"1.4.0"',
  releaseDate: '"2026-11-23"',
  logo: 'docs/logo.svg',
  platforms: '[web]',
  categories: '[online-booking]',
  usedBy: '[Gemeente Voorbeeld]',
  roadmap: 'https://git.voorbeeld.nl/balie/mijlpalen',
  developmentStatus: 'development',
  softwareType: 'standalone/web',
  description: '{ nl: { shortDescription: …, longDescription: … } }',
  shortDescription: '"Een afspraak maken bij de gemeente."',
  longDescription: '"Een paar zinnen van samen minstens 150 tekens."',
  features: '[Een afspraak verzetten]',
  legal: '{ license: EUPL-1.2 }',
  license: 'EUPL-1.2',
  maintenance: '{ type: internal, contacts: [{ name: Team Balie }] }',
  type: 'internal',
  contacts: '[{ name: Team Balie, email: balie@voorbeeld.nl }]',
  contractors: '[{ name: Leverancier, until: "2027-12-31" }]',
  until: '"2027-12-31"',
  email: 'balie@voorbeeld.nl',
  localisation: '{ localisationReady: false, availableLanguages: [nl] }',
  localisationReady: 'false',
  availableLanguages: '[nl]',
  countries: '[NL]',
  scope: '[government]',
  organisation: '{ name: Gemeente Voorbeeld }',
  intendedAudience: '{ countries: [NL] }',
  dependsOn: '{ open: [{ name: PostgreSQL }] }',
};
