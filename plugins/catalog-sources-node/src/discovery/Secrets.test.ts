import { ConfigReader } from '@backstage/config';
import { Secrets } from './Secrets';

describe('Secrets', () => {
  const secrets = Secrets.fromConfig(
    new ConfigReader({
      integrations: {
        github: [
          { host: 'github.example', token: 'alleen-hier' },
          { apps: [{ appId: 1234567, privateKey: 'regel 1\nregel 2' }] },
        ],
      },
      catalog: {
        providers: {
          keycloakOrg: {
            default: { realm: 'gemeente', clientSecret: 'a b/c&d' },
          },
          ldapOrg: { default: { bind: { dn: 'cn=portaal', secret: 'kort' } } },
          microsoftGraphOrg: {
            default: { clientSecret: 'alleen-hier-en-daar' },
          },
        },
      },
    }),
  );

  it.each([
    ['Bad credentials: token alleen-hier', 'Bad credentials: token …'],
    ['the longest: alleen-hier-en-daar.', 'the longest: ….'],
    ['as it is: a b/c&d', 'as it is: …'],
    ['in a form: client_secret=a%20b%2Fc%26d', 'in a form: client_secret=…'],
    ['in JSON: {"key":"regel 1\\nregel 2"}', 'in JSON: {"key":"…"}'],
    ['Authorization: Bearer abc.def-1', 'Authorization: …'],
    ['given out: ghs_Zx81 eyJhbGci.eyJzdWIi.c2ln', 'given out: … …'],
    ['cn=portaal of gemeente', 'cn=portaal of gemeente'],
    [
      'kort is a word, and 1234567 a number',
      'kort is a word, and 1234567 a number',
    ],
  ])('takes them out of “%s”', (text, expected) => {
    expect(secrets.remove(text)).toBe(expected);
  });

  it('gets through a file that somebody filled with what a token begins with', () => {
    const text = 'eyJ-'.repeat(500_000);
    expect(secrets.remove(text)).toBe(text);
  });

  it('does without any configuration', () => {
    const none = Secrets.fromConfig(new ConfigReader({}));
    expect(none.remove('ECONNREFUSED 127.0.0.1:389')).toBe(
      'ECONNREFUSED 127.0.0.1:389',
    );
  });
});
