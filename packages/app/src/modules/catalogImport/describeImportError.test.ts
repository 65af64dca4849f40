import { describeImportError } from './describeImportError';

const FILE = 'https://forge.example/a/b/catalog-info.yaml';
const WRONG = `InputError: ${FILE} klopt niet:
- regel 4: metadata.name is “Foute Naam!”.
- regel 9: spec.owner ontbreekt.

${FILE} is not right:
- line 4: metadata.name is “Foute Naam!”.
- line 9: spec.owner is missing.`;

describe('describeImportError', () => {
  it('keeps the paragraph in the language of the person', () => {
    expect(describeImportError(WRONG, 'nl')).toEqual({
      text: `${FILE} klopt niet:\n- regel 4: metadata.name is “Foute Naam!”.\n- regel 9: spec.owner ontbreekt.`,
    });
    expect(describeImportError(WRONG, 'en')).toEqual({
      text: `${FILE} is not right:\n- line 4: metadata.name is “Foute Naam!”.\n- line 9: spec.owner is missing.`,
    });
  });

  it.each([
    [
      "Error: Unable to read url, Reading from 'http://elders.example:81/catalog-info.yaml' is not allowed. You may need to configure an integration for the target host, or add it to the configured list of allowed hosts at 'backend.reading.allow'",
      { key: 'catalogImport.notAllowed', host: 'elders.example:81' },
    ],
    [
      `NotFoundError: Unable to read url, no matching files found for ${FILE}`,
      { key: 'catalogImport.notThere', url: FILE },
    ],
    ['InputError: Error: iets anders', { text: 'iets anders' }],
    ['Errors are fine: as they are', { text: 'Errors are fine: as they are' }],
  ])('of %s makes %j', (message, described) => {
    expect(describeImportError(message, 'nl')).toEqual(described);
  });
});
