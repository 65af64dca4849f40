import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  buildSharedStateDirectory,
  isReachableByOthers,
  locateServerFiles,
} from './serverFiles.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-server-files-'));
after(() => rmSync(dir, { recursive: true }));
const somebody = { uid: 12345, gid: 12345 };

describe('place of the database', () => {
  it('is in the stack where its account can get in, also when that is nobody special', async () => {
    chmodSync(dir, 0o755);
    const data = join(dir, 'data');
    assert.ok(isReachableByOthers(data));
    assert.equal((await locateServerFiles(dir, somebody)).dataDirectory, data);
    chmodSync(dir, 0o700);
    assert.equal((await locateServerFiles(dir, undefined)).dataDirectory, data);
  });

  it('is outside a directory that is closed anywhere above it, one place for each stack', async () => {
    const home = join(dir, 'open', 'postgres');
    mkdirSync(home, { recursive: true, mode: 0o755 });
    chmodSync(dir, 0o700);
    assert.ok(!isReachableByOthers(join(home, 'data')));
    const { dataDirectory } = await locateServerFiles(home, somebody);
    assert.equal(dataDirectory, join(buildSharedStateDirectory(home), 'data'));
    assert.notEqual(
      buildSharedStateDirectory(home),
      buildSharedStateDirectory(`${home}2`),
    );
  });
});
