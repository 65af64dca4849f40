import { SealedBox } from './SealedBox';

const box = new SealedBox<{ token: string }>('one secret', 'test');
const CONTENT = { token: 'refresh-token' };

describe('SealedBox', () => {
  it('opens what it sealed, and shows nothing of it', () => {
    const sealed = box.seal(CONTENT);
    expect(box.open(sealed)).toEqual(CONTENT);
    expect(sealed).not.toContain(
      Buffer.from('refresh-token').toString('base64url'),
    );
    expect(box.seal(CONTENT)).not.toBe(sealed);
  });

  it.each([
    ['of another secret', new SealedBox('another', 'test').seal(CONTENT)],
    ['for another purpose', new SealedBox('one secret', 'x').seal(CONTENT)],
    ['cut short', box.seal(CONTENT).slice(0, -6)],
    ['with something behind it', `${box.seal(CONTENT)}AAAA`],
    ['not sealed at all', 'a-refresh-token-of-before'],
    ['empty', ''],
  ])('does not open what is %s', (_title, sealed) => {
    expect(box.open(sealed)).toBeUndefined();
  });

  it('does not open what was changed, wherever', () => {
    const bytes = Buffer.from(box.seal(CONTENT), 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] ^= 1;
      expect(box.open(changed.toString('base64url'))).toBeUndefined();
    }
  });
});
