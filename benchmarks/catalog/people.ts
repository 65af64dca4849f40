import { readFileSync } from 'node:fs';
import { httpRequest } from '../../packages/local-stack/src/network/httpRequest.ts';
import { issuePortalToken } from '../../packages/local-stack/src/portal/issuePortalToken.ts';
import { toPersonName, toTeamName } from './entities.ts';
import type { Person } from './requests.ts';
import type { Stack } from './stack.ts';

/** Somebody of the local identity provider, who is made into others one by one. */
const ACCOUNT = 'dev-burgerzaken';

async function become(stack: Stack, name: string, team: string) {
  const { testControl, caFile } = stack.identityProvider;
  if (!testControl) throw new Error('The accounts cannot be changed');
  const { status } = await httpRequest(`${testControl.url}${ACCOUNT}`, {
    ca: readFileSync(caFile, 'utf8'),
    method: 'PUT',
    headers: { Authorization: `Bearer ${testControl.secret}` },
    body: JSON.stringify({
      groups: [team],
      claims: { preferred_username: name, name },
    }),
  });
  if (status !== 204) throw new Error(`No person ${name}: ${status}`);
}

/** What the portal made of the sign-in, so that nothing is assumed. */
function readOwnership(token: string): string[] {
  const [, payload] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    ent?: string[];
    sub: string;
  };
  return claims.ent ?? [claims.sub];
}

/** Signs in as many people, each in a team of the catalog, as browsers do. */
export async function signInPeople(options: {
  stack: Stack;
  count: number;
  teams: number;
}): Promise<Person[]> {
  const { stack, count, teams } = options;
  const people: Person[] = [];
  for (let index = 0; index < count; index++) {
    await become(stack, toPersonName(index), toTeamName(index % teams));
    const token = await issuePortalToken({
      portalUrl: stack.portalUrl,
      caFile: stack.identityProvider.caFile,
      account: ACCOUNT,
    });
    people.push({ token, ownedBy: readOwnership(token) });
  }
  return people;
}
