import { BrowserFirstLanguage, pickLanguage } from './BrowserFirstLanguage';

const options = { availableLanguages: ['nl', 'en'], defaultLanguage: 'nl' };

function browserSpeaks(...languages: string[]) {
  jest.spyOn(window.navigator, 'languages', 'get').mockReturnValue(languages);
}

beforeEach(() => window.localStorage.clear());
afterEach(() => jest.restoreAllMocks());

describe('pickLanguage', () => {
  it.each([
    [['en-GB', 'nl'], 'en'],
    [['nl-BE'], 'nl'],
    [['de', 'en-US'], 'en'],
    [['fr', 'de'], 'nl'],
    [['EN'], 'en'],
    [[], 'nl'],
  ])('turns %p into %p', (preferred, expected) => {
    expect(pickLanguage(preferred, ['nl', 'en'], 'nl')).toBe(expected);
  });
});

describe('BrowserFirstLanguage', () => {
  it('follows the browser as long as nobody chose', () => {
    browserSpeaks('en-GB');
    expect(BrowserFirstLanguage.create(options).getLanguage()).toEqual({
      language: 'en',
    });
    browserSpeaks('nl-NL');
    expect(BrowserFirstLanguage.create(options).getLanguage()).toEqual({
      language: 'nl',
    });
    expect(window.localStorage).toHaveLength(0);
  });

  it('keeps the choice of the person over that of the browser', () => {
    browserSpeaks('nl-NL');
    BrowserFirstLanguage.create(options).setLanguage('en');
    expect(BrowserFirstLanguage.create(options).getLanguage()).toEqual({
      language: 'en',
    });
  });

  it('ignores a stored language that the portal does not have', () => {
    browserSpeaks('en');
    window.localStorage.setItem('language', 'fy');
    expect(BrowserFirstLanguage.create(options).getLanguage()).toEqual({
      language: 'en',
    });
  });

  it('refuses a language that the portal does not have', () => {
    expect(() =>
      BrowserFirstLanguage.create(options).setLanguage('fy'),
    ).toThrow("no language 'fy', only nl, en");
  });

  it('tells its subscribers, also when another tab chose', async () => {
    browserSpeaks('nl');
    const api = BrowserFirstLanguage.create(options);
    const seen: string[] = [];
    api.language$().subscribe(({ language }) => seen.push(language));
    api.setLanguage('en');
    window.dispatchEvent(
      new StorageEvent('storage', { key: 'language', newValue: 'nl' }),
    );
    // observables deliver what comes during the subscription a moment later
    await Promise.resolve();
    expect(seen).toEqual(['nl', 'en', 'nl']);
  });
});
