import { KeptTokens } from './KeptTokens';
import { buildToken } from './__testUtils__/buildToken';

const START_MS = 1_000;
const MINUTE_MS = 60_000;

function create(maxTokens?: number) {
  const clock = { ms: START_MS };
  const kept = new KeptTokens<string>({ now: () => clock.ms, maxTokens });
  const findOut = jest.fn(async () => 'known');
  const ask = (token: string, purpose = 'test') =>
    kept.ask({ token, purpose, findOut });
  return { clock, findOut, ask };
}

describe('KeptTokens', () => {
  it('finds out once a minute, also when it is asked at the same moment', async () => {
    const { clock, findOut, ask } = create();
    const token = buildToken({ expiresInMs: 60 * MINUTE_MS });
    expect(await Promise.all([ask(token), ask(token)])).toEqual([
      'known',
      'known',
    ]);
    clock.ms = START_MS + MINUTE_MS;
    await ask(token);
    expect(findOut).toHaveBeenCalledTimes(1);
    clock.ms += 1;
    await ask(token);
    expect(findOut).toHaveBeenCalledTimes(2);
  });

  it('does not believe a token that has ended', async () => {
    const { clock, findOut, ask } = create();
    const token = buildToken({ expiresInMs: 5_000 });
    await ask(token);
    clock.ms = 5_000;
    await ask(token);
    expect(findOut).toHaveBeenCalledTimes(1);
    clock.ms = 5_001;
    await ask(token);
    await ask(token);
    expect(findOut).toHaveBeenCalledTimes(3);
  });

  it('does not take what a token proved for one purpose as proof for another', async () => {
    const { findOut, ask } = create();
    const token = buildToken({ expiresInMs: MINUTE_MS });
    await ask(token, 'one');
    await ask(token, 'two');
    expect(findOut).toHaveBeenCalledTimes(2);
  });

  it('does not take another token with the same content for the same', async () => {
    const { findOut, ask } = create();
    const token = buildToken({ expiresInMs: MINUTE_MS });
    await ask(token);
    await ask(`${token}x`);
    expect(findOut).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['of another system', buildToken({ expiresInMs: MINUTE_MS, typ: 'JWT' })],
    ['without an end', buildToken({})],
    ['without a form', 'static-token'],
  ])('keeps nothing of a token %s', async (_, token) => {
    const { findOut, ask } = create();
    await ask(token);
    await ask(token);
    expect(findOut).toHaveBeenCalledTimes(2);
  });

  it('asks again after an error', async () => {
    const { findOut, ask } = create();
    const token = buildToken({ expiresInMs: MINUTE_MS });
    findOut.mockRejectedValueOnce(new Error('no keys'));
    await expect(ask(token)).rejects.toThrow('no keys');
    await expect(ask(token)).resolves.toBe('known');
  });

  it('forgets who did not ask for longest when there are too many', async () => {
    const { findOut, ask } = create(2);
    const [first, second, third] = [1, 2, 3].map(minutes =>
      buildToken({ expiresInMs: minutes * MINUTE_MS }),
    );
    for (const token of [first, second, third]) await ask(token);
    await ask(third);
    await ask(second);
    expect(findOut).toHaveBeenCalledTimes(3);
    await ask(first);
    expect(findOut).toHaveBeenCalledTimes(4);
  });
});
