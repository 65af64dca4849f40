import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import {
  buildOrganisationName,
  buildRegisterEntityName,
  isTooiUri,
} from './names';

describe('buildRegisterEntityName', () => {
  it('is readable, allowed in the catalog, and the same every time', () => {
    expect(buildRegisterEntityName('api', 'dicF0B3HR')).toBe(
      'api-dicf0b3hr-55a31dc971',
    );
  });

  it.each([
    ['x'.repeat(500)],
    ['https://voorbeeld.example/Een Lang Pad/ümläut?q=1#fragment'],
    ['-'],
    ['名前'],
    [`${'a'.repeat(39)}---b`],
  ])('makes a name of %p', id => {
    const name = buildRegisterEntityName('api', id);
    expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(true);
    expect(name).toBe(name.toLowerCase());
  });

  it('tells apart what looks the same, also to the catalog', () => {
    const names = [
      buildRegisterEntityName('api', 'abC'),
      buildRegisterEntityName('api', 'abc'),
      buildRegisterEntityName('api', 'abc-'),
      buildRegisterEntityName('api', `${'a'.repeat(60)}1`),
      buildRegisterEntityName('api', `${'a'.repeat(60)}2`),
      buildRegisterEntityName('oss', 'abc'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('buildOrganisationName', () => {
  it.each([
    [
      'https://identifier.overheid.nl/tooi/id/ministerie/mnre1034',
      'ministerie-mnre1034',
    ],
    [
      'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
      'gemeente-gm0363',
    ],
  ])('names %s after its code', (uri, name) => {
    expect(isTooiUri(uri)).toBe(true);
    expect(buildOrganisationName(uri)).toBe(name);
  });

  it.each([
    'https://developer.overheid.nl',
    'http://identifier.overheid.nl/tooi/id/gemeente/gm0363',
    'https://identifier.overheid.nl/tooi/id/gemeente/gm0363/',
    'https://identifier.overheid.nl.evil.example/tooi/id/gemeente/gm0363',
  ])('gives %s a name with a hash', uri => {
    expect(isTooiUri(uri)).toBe(false);
    const name = buildOrganisationName(uri);
    expect(name).toMatch(/^organisatie-[a-z0-9-]+-[0-9a-f]{10}$/);
    expect(name.length).toBeLessThanOrEqual(63);
  });
});
