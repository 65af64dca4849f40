import { KubernetesApiError } from './KubernetesApiError';
import { isConnectionError, withRetries } from './withRetries';

const overloaded = (retryAfterSeconds?: string) =>
  new KubernetesApiError(429, '', retryAfterSeconds);

/** Runs with a clock that only sleeping moves. */
async function run(error: unknown, random: number, budgetMs = 1e9) {
  let nowMs = 0;
  const waits: number[] = [];
  const attempt = jest.fn().mockRejectedValue(error);
  await withRetries(attempt, {
    budgetMs,
    random: () => random,
    now: () => nowMs,
    sleep: async ms => {
      waits.push(ms);
      nowMs += ms;
    },
  }).catch(() => {});
  return { waits, attempts: attempt.mock.calls.length };
}

describe('withRetries', () => {
  it('waits longer each time, between half and all of it', async () => {
    const shortest = await run(overloaded(), 0);
    const longest = await run(overloaded(), 1);

    expect(longest.waits).toEqual([50, 100, 200, 400, 800]);
    expect(shortest.waits).toEqual([25, 50, 100, 200, 400]);
  });

  it('never comes back before Retry-After, nor all at that moment', async () => {
    expect((await run(overloaded('2'), 0)).waits[0]).toBe(2_000);
    expect((await run(overloaded('2'), 1)).waits[0]).toBe(2_400);
  });

  it('starts no attempt after its budget', async () => {
    const { attempts, waits } = await run(overloaded(), 1, 200);

    expect(attempts).toBe(3);
    expect(waits).toEqual([50, 100]);
  });

  it('does not try again what cannot get better', async () => {
    expect((await run(new KubernetesApiError(403, ''), 1)).attempts).toBe(1);
    expect((await run(new TypeError('a mistake of ours'), 1)).attempts).toBe(1);
  });

  it.each([
    [Object.assign(new Error(), { code: 'ECONNRESET' }), true],
    [
      new Error('x', { cause: Object.assign(new Error(), { code: 'EPIPE' }) }),
      true,
    ],
    [new DOMException('x', 'TimeoutError'), true],
    [new DOMException('x', 'AbortError'), false],
    [Object.assign(new Error(), { code: 'ERR_INVALID_ARG' }), false],
    [new AggregateError([new Error('x')]), false],
    ['text', false],
  ])('knows a failing network from other errors (%#)', (error, expected) => {
    expect(isConnectionError(error)).toBe(expected);
  });
});
