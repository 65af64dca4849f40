import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { hashFiles, Stamp } from './stamp.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-stamp-'));
after(() => rmSync(dir, { recursive: true }));

describe('stamps', () => {
  it('change with a file that is changed, added or moved, not with what was built', () => {
    const source = join(dir, 'src');
    mkdirSync(source);
    writeFileSync(join(source, 'a.ts'), 'one');
    const hashes = [hashFiles([dir])];
    writeFileSync(join(source, 'a.ts'), 'two');
    hashes.push(hashFiles([dir]));
    writeFileSync(join(source, 'b.ts'), '');
    hashes.push(hashFiles([dir]));
    assert.equal(new Set(hashes).size, 3);
    mkdirSync(join(dir, 'dist'));
    writeFileSync(join(dir, 'dist', 'a.js'), 'built');
    assert.equal(hashFiles([dir]), hashes[2]);
    assert.equal(hashFiles([join(dir, 'absent')]), hashFiles([]));
  });

  it('hold only after the work was finished', () => {
    const stamp = new Stamp(join(dir, 'stamps'), 'work');
    assert.equal(stamp.matches('x'), false);
    stamp.set('x');
    assert.equal(new Stamp(join(dir, 'stamps'), 'work').matches('x'), true);
    assert.equal(stamp.matches('y'), false);
    stamp.clear();
    assert.equal(stamp.matches('x'), false);
  });
});
