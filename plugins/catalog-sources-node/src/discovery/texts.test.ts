import { TIME_IS_UP, toFailure } from './texts';

describe('toFailure', () => {
  it.each([
    [TIME_IS_UP, /^De bron antwoordde niet binnen de tijd/],
    [
      'github-provider:x refresh failed, HttpError: Bad credentials',
      /^De bron weigert de toegang\. .*\(Bad credentials\)$/,
    ],
    [
      'Error while syncing Keycloak users and groups: Network response was not OK. (401)',
      /^De bron weigert de toegang\. .*\(Network response was not OK\. \(401\)\)$/,
    ],
    [
      'LdapOrgEntityProvider:x refresh failed, Error: LDAP bind failed for cn=portaal, InvalidCredentialsError: Code: 0x31',
      /^De bron weigert de toegang\. .*\(LDAP bind failed for cn=portaal, Code: 0x31\)$/,
    ],
    [
      'github-provider:x refresh failed, HttpError: 403 You have exceeded a secondary rate limit',
      /^De bron krijgt te veel vragen/,
    ],
    [
      'gitea-provider:x refresh failed, Error: first\n - second',
      /^De bron was niet goed te lezen: first - second$/,
    ],
  ])('says in words what “%s” means', (message, expected) => {
    expect(toFailure(message).nl).toMatch(expected);
    expect(toFailure(message).en).toMatch(/^The source/);
  });
});
