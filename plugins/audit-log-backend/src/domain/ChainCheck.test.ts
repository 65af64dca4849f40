import { createHash } from 'node:crypto';
import { ChainCheck, type ChainLink } from './ChainCheck';

const GENESIS = { sequence: 0, hash: '0'.repeat(64) };
const NOW = new Date('2026-12-01T09:00:00.000Z');

function buildChain(length: number): ChainLink[] {
  let previous = GENESIS.hash;
  return Array.from({ length }, (_, index) => {
    const sequence = index + 1;
    const payload = `{"sequence": ${sequence}}`;
    previous = createHash('sha256')
      .update(`${previous}:${sequence}:${payload}`)
      .digest('hex');
    return { sequence, hash: previous, payload };
  });
}

function check(
  links: ChainLink[],
  ends: ConstructorParameters<typeof ChainCheck>[0],
) {
  const chain = new ChainCheck(ends);
  links.forEach(link => chain.add(link));
  return chain.finish(NOW);
}

describe('the check of the chain', () => {
  const links = buildChain(3);
  const head = links[2];

  it('finds nothing wrong with what was written', () => {
    expect(check(links, { anchor: GENESIS, head })).toEqual({
      state: 'intact',
      checkedCount: 3,
      firstSequence: 1,
      lastSequence: 3,
      lastHash: head.hash,
      checkedAt: NOW.toISOString(),
    });
    expect(check([], { anchor: GENESIS, head: GENESIS })).toEqual({
      state: 'intact',
      checkedCount: 0,
      checkedAt: NOW.toISOString(),
    });
    // the first two have expired
    expect(check(links.slice(2), { anchor: links[1], head })).toMatchObject({
      state: 'intact',
      checkedCount: 1,
      firstSequence: 3,
    });
  });

  it.each([
    [
      'a change',
      links.map(link =>
        link.sequence === 2 ? { ...link, payload: '{}' } : link,
      ),
      2,
    ],
    ['a gap', [links[0], links[2]], 2],
    ['another order', [links[1], links[0], links[2]], 1],
    ['a missing end', links.slice(0, 2), 3],
    ['nothing left', [], 1],
  ])('finds %s', (_what, changed, brokenAt) => {
    expect(check(changed, { anchor: GENESIS, head })).toMatchObject({
      state: 'broken',
      brokenAt,
    });
  });

  it('finds a beginning that was made up', () => {
    expect(
      check(links, { anchor: { sequence: 0, hash: 'f'.repeat(64) }, head }),
    ).toMatchObject({ state: 'broken', brokenAt: 1 });
    expect(
      check(links.slice(1), {
        anchor: { sequence: 1, hash: 'f'.repeat(64) },
        head,
      }),
    ).toMatchObject({ state: 'broken', brokenAt: 2 });
  });
});
