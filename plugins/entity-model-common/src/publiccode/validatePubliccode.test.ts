import { describeProblem } from '../problems/describeProblem';
import { validatePubliccode } from './validatePubliccode';

const LONG =
  'Met de balie maakt u een afspraak bij de gemeente. U kiest zelf het loket en de tijd, verzet de afspraak als het niet uitkomt en krijgt een dag van tevoren bericht.';

function build(changes: Record<string, unknown> = {}) {
  return {
    publiccodeYmlVersion: '0.7',
    name: 'Balie',
    url: 'https://git.voorbeeld.nl/balie.git',
    platforms: ['web'],
    categories: ['appointment-scheduling'],
    developmentStatus: 'development',
    softwareType: 'standalone/web',
    organisation: { name: 'Gemeente Voorbeeld', uri: 'urn:x-oin:00000001' },
    description: {
      nl: {
        shortDescription: 'Een afspraak maken bij de gemeente.',
        longDescription: LONG,
        features: ['Een afspraak verzetten'],
      },
    },
    legal: { license: 'EUPL-1.2' },
    maintenance: { type: 'internal', contacts: [{ name: 'Team Balie' }] },
    localisation: { localisationReady: false, availableLanguages: ['nl'] },
    ...changes,
  };
}

const summarize = (file: unknown) =>
  validatePubliccode(file).map(
    ({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`,
  );

describe('validatePubliccode', () => {
  it('has nothing to say about a file that is right', () => {
    expect(validatePubliccode(build())).toEqual([]);
  });

  it('names every key that a file has to have', () => {
    expect(summarize({})).toEqual([
      'error missing-choice publiccodeYmlVersion',
      'error missing name',
      'error missing url',
      'error missing platforms',
      'error missing-choice developmentStatus',
      'error missing-choice softwareType',
      'error missing description',
      'error missing legal',
      'error missing maintenance',
      'error missing localisation',
    ]);
  });

  it.each([
    [{ publiccodeYmlVersion: '0' }, []],
    [
      { publiccodeYmlVersion: '0.5' },
      ['warning old-version publiccodeYmlVersion'],
    ],
    [{ publiccodeYmlVersion: 0.7 }, ['error not-text publiccodeYmlVersion']],
    [
      { publiccodeYmlVersion: '9' },
      [
        'error unknown-value publiccodeYmlVersion',
        'warning old-version publiccodeYmlVersion',
      ],
    ],
    [{ url: 'balie' }, ['error not-a-url url']],
    [{ url: 'git+ssh://git.voorbeeld.nl/balie' }, []],
    [{ platforms: [] }, ['error empty platforms']],
    [{ platforms: 'web' }, ['error not-a-list platforms']],
    [{ softwareType: 'standalone' }, ['error unknown-value softwareType']],
    [{ releaseDate: '2026-02-30' }, ['error not-a-date releaseDate']],
    [{ categories: ['appointments'] }, ['error unknown-value categories.0']],
    [{ description: {} }, ['error empty description']],
    [
      {
        description: {
          nl: { shortDescription: 'x'.repeat(151), longDescription: 'kort' },
        },
      },
      [
        'error too-long description.nl.shortDescription',
        'error too-short description.nl.longDescription',
      ],
    ],
    [
      { maintenance: { type: 'contract' } },
      ['error needs-field maintenance.contractors'],
    ],
    [
      { maintenance: { type: 'internal', contacts: [{ email: 'x' }] } },
      [
        'error missing maintenance.contacts.0.name',
        'error not-an-email maintenance.contacts.0.email',
      ],
    ],
    [{ maintenance: { type: 'none' } }, []],
    [
      { localisation: { localisationReady: 'ja', availableLanguages: ['nl'] } },
      ['error not-a-boolean localisation.localisationReady'],
    ],
    [
      { intendedAudience: { countries: ['Nederland'] } },
      ['error unknown-value intendedAudience.countries.0'],
    ],
    [{ monochromeLogo: 'x.svg' }, ['warning deprecated-key monochromeLogo']],
    [{ softwareVerion: '1' }, ['warning unknown-key softwareVerion']],
    [{ IT: { countryExtensionVersion: '1.0' } }, []],
  ])('checks %p', (changes, expected) => {
    expect(summarize(build(changes))).toEqual(expected);
  });

  it('says what to write, in both languages', () => {
    const [missing] = validatePubliccode(build({ legal: {} }));
    expect(describeProblem(missing, 'nl')).toBe(
      'legal.license ontbreekt. Voeg toe: license: EUPL-1.2',
    );
    const [deprecated] = validatePubliccode(build({ inputTypes: ['x'] }));
    expect(describeProblem(deprecated, 'en')).toBe(
      'inputTypes is deprecated. Remove the line.',
    );
  });

  it('wants an object', () => {
    expect(summarize(['x'])).toEqual(['error not-an-object ']);
  });
});
