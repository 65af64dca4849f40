import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createEntityReaderCondition } from '@nerds/plugin-access-common';
import { ConfigReader } from '@backstage/config';
import { readSearchConfig } from '../config';
import { expandWord } from './dutchWords';
import { buildExcerpt, markText } from './highlight';
import { looksLikePersonalData } from './personalData';
import { normalizeQuery, parseTerms } from './queryTerms';
import { toCategory } from './toCategory';
import { toReaders } from './toReaders';

describe('expandWord', () => {
  it.each([
    ['vergunningaanvraag', ['vergunning', 'aanvraag']],
    ['persoonsgegevens', ['persoons', 'persoon', 'gegevens']],
    ['basisregistratie', ['basis', 'registratie']],
    ['huizen', ['huis']],
    ['brieven', ['brief']],
    ['adressen', ['adres']],
    ['categorieen', ['categorie']],
  ])('%s is also found by %j', (word, others) => {
    expect(expandWord(word)).toEqual(expect.arrayContaining(others));
  });

  // too short to be a compound, or no compound at all
  it.each(['zaak', 'ezaak', 'kubernetes'])('%s is one word', word => {
    expect(expandWord(word)).toEqual([]);
  });
});

describe('a query', () => {
  it('is its words, each once, without letters that stand alone', () => {
    const words = (query: string) => parseTerms(query).map(({ word }) => word);
    expect(words("Foto's van foto’s")).toEqual(['foto', 'van']);
    expect(words('a')).toEqual(['a']);
    expect(words('…')).toEqual([]);
    expect(words(`${'a1 '.repeat(10)}b2 c3`)).toEqual(['a1', 'b2', 'c3']);
    expect(
      parseTerms(Array.from({ length: 50 }, (_, i) => `w${i}`).join(' ')),
    ).toHaveLength(12);
  });

  it('is counted by its words', () => {
    expect(normalizeQuery('  Coördinatie, API’s! ')).toBe('coordinatie api s');
  });
});

describe('looksLikePersonalData', () => {
  it.each([
    'jan@voorbeeld.nl',
    '123456782',
    '1234 56 782',
    '1234.56.782',
    'bsn 123456782',
    '06-12345678',
    '+31 6 1234 5678',
    'NL91ABNA0417164300',
    '31-12-1990',
    '2511 AB',
    'Plein 1813 2511ab',
  ])('is true of %s', query => {
    expect(looksLikePersonalData(query)).toBe(true);
  });

  it.each([
    'vergunning',
    'versie 2.2',
    'BIO2',
    'iso 27001',
    'wcag 2.2',
    '2026',
  ])('is false of %s', query => {
    expect(looksLikePersonalData(query)).toBe(false);
  });
});

describe('what is marked', () => {
  const toText = (parts: { text: string; isMatch: boolean }[]) =>
    parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
  const filler = (count: number) =>
    Array.from({ length: count }, (_, index) => `woord${index}`).join(' ');

  it('is a word as it stands in the text, and not a part of one', () => {
    const matches = new Set(['cafe', 'ideeen']);
    expect(toText(markText('Café, cafés & IDEEËN', matches))).toBe(
      '[Café], cafés & [IDEEËN]',
    );
    expect(markText('', matches)).toEqual([]);
  });

  it('is shown with the words around it', () => {
    const text = `${filler(100)} hier staat\n\nhet ${filler(100)}`;
    const excerpt = toText(buildExcerpt(text, new Set(['staat', 'het'])));
    expect(excerpt).toMatch(
      /^… woord95 .* hier \[staat\] \[het\] woord0 .* …$/,
    );
    expect(excerpt.split(' ').length).toBeLessThan(40);
  });

  it('is the beginning of the text when nothing stands there', () => {
    expect(toText(buildExcerpt('Kort en goed.', new Set(['x'])))).toBe(
      'Kort en goed.',
    );
    expect(toText(buildExcerpt(filler(100), new Set()))).toMatch(
      /^woord0 .* woord31 …$/,
    );
    expect(buildExcerpt(' … ', new Set(['x']))).toEqual([]);
  });

  it('is the piece with most of it', () => {
    const text = `een ${filler(60)} een twee ${filler(60)} een`;
    expect(toText(buildExcerpt(text, new Set(['een', 'twee'])))).toContain(
      '[een] [twee]',
    );
  });
});

describe('toCategory', () => {
  it.each([
    ['techdocs', { kind: 'Component', type: 'service' }, 'documentation'],
    ['software-catalog', { kind: 'Component', type: 'website' }, 'service'],
    ['software-catalog', { kind: 'Component', type: 'ml-model' }, 'software'],
    ['software-catalog', { kind: 'API', type: 'openapi' }, 'api'],
    ['software-catalog', { kind: 'Resource', type: 'dataset' }, 'dataset'],
    ['software-catalog', { kind: 'Resource', type: 'cluster' }, 'cluster'],
    ['software-catalog', { kind: 'Resource', type: 'database' }, 'other'],
    ['software-catalog', { kind: 'Template', type: 'service' }, 'template'],
    ['software-catalog', { kind: 'Domain' }, 'system'],
    ['something-else', {}, 'other'],
  ])('%s %j is %s', (type, document, category) => {
    expect(toCategory(type, document)).toBe(category);
  });
});

describe('toReaders', () => {
  it('finds nothing at all by a condition that it does not know', () => {
    const decision = (conditions: object): PolicyDecision => ({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: conditions as any,
    });
    const known = createEntityReaderCondition(['a']);
    expect(toReaders(decision(known))).toEqual(['everyone', 'a']);
    expect(() => toReaders(decision({ not: known }))).toThrow('cannot decide');
  });
});

describe('readSearchConfig', () => {
  it('keeps what was not found for 90 days, or as long as is said', () => {
    const read = (search?: object) =>
      readSearchConfig(new ConfigReader(search ? ({ search } as any) : {}))
        .zeroResultRetentionMs;
    expect(read()).toBe(90 * 86_400_000);
    expect(read({ zeroResults: { retention: { days: 1 } } })).toBe(86_400_000);
    expect(() => read({ zeroResults: { retention: { days: 0 } } })).toThrow(
      'search.zeroResults.retention',
    );
  });
});
