import type { AuthResolverContext } from '@backstage/plugin-auth-node';
import { createSignInResolver } from './createSignInResolver';

async function signIn(userinfo: Record<string, unknown>) {
  const issueToken = jest.fn(async () => ({ token: 'issued' }));
  const info = {
    profile: {},
    result: { fullProfile: { userinfo, tokenset: {} }, session: {} },
  } as unknown as Parameters<ReturnType<typeof createSignInResolver>>[0];
  await createSignInResolver()(info, {
    issueToken,
  } as unknown as AuthResolverContext);
  return issueToken.mock.calls;
}

describe('createSignInResolver', () => {
  it('makes the claims the person and the teams', async () => {
    await expect(
      signIn({
        preferred_username: 'dev-two-teams',
        groups: ['burgerzaken', 'vergunningen'],
      }),
    ).resolves.toEqual([
      [
        {
          claims: {
            sub: 'user:default/dev-two-teams',
            ent: [
              'user:default/dev-two-teams',
              'group:default/burgerzaken',
              'group:default/vergunningen',
            ],
          },
        },
      ],
    ]);
  });

  it('gives a person without groups no team', async () => {
    const [[{ claims }]] = (await signIn({
      preferred_username: 'no-team',
    })) as unknown as [[{ claims: { ent: string[] } }]];
    expect(claims.ent).toEqual(['user:default/no-team']);
  });

  it.each([undefined, '', 'a b', 'group:default/platform', 'x'.repeat(64)])(
    'refuses preferred_username %p with what to do',
    async preferred_username => {
      await expect(signIn({ preferred_username })).rejects.toThrow(
        'sent no preferred_username',
      );
    },
  );
});
