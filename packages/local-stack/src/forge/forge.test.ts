import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { buildForgeSettings } from './buildForgeSettings.ts';
import { inlineImports } from './buildStylesheets.ts';
import { describeForgeBuild } from './describeForge.ts';
import {
  buildForgeCacheKey,
  buildForgeLinkerFlags,
  parseForgeVersions,
  readForgeVersions,
} from './versions.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-forge-unit-'));
after(() => rmSync(dir, { recursive: true, force: true }));

describe('forge', () => {
  it('reads its version from the module that pins it', () => {
    const versions = parseForgeVersions(
      'go 1.26.3\n\nrequire code.gitea.io/gitea v1.26.4\n',
    );
    assert.deepEqual(versions, { gitea: '1.26.4', go: '1.26.3' });
    assert.match(readForgeVersions().gitea, /^\d+\.\d+\.\d+$/);
    assert.match(buildForgeLinkerFlags(versions), /main\.Version=1\.26\.4/);
    assert.match(buildForgeCacheKey(), /^[0-9a-f]{16}-/);
    assert.throws(() => parseForgeVersions('go 1.26'), /go\.mod has no/);
  });

  it('listens on this machine alone and calls nobody', () => {
    const settings = buildForgeSettings({
      directory: '/stack/forge',
      staticRoot: '/cache/static',
      port: 4000,
      baseUrl: 'http://localhost:4000',
      database: { host: '127.0.0.1', port: 5, user: 'forge', password: 'pw' },
      secretKeyFile: '/stack/secrets/key',
      internalTokenFile: '/stack/secrets/token',
      root: false,
    });
    assert.match(settings, /^HTTP_ADDR = 127\.0\.0\.1$/m);
    assert.match(settings, /^ROOT_URL = http:\/\/localhost:4000\/$/m);
    assert.match(settings, /^OFFLINE_MODE = true$/m);
    assert.match(settings, /^I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = false$/m);
    assert.match(settings, /\[cron\.update_checker\]\nENABLED = false$/m);
    assert.match(settings, /\[service\]\nDISABLE_REGISTRATION = true$/m);
    assert.match(settings, /^ENABLE_PASSWORD_SIGNIN_FORM = false$/m);
    assert.match(settings, /^ACCOUNT_LINKING = disabled$/m);
    assert.match(settings, /^ALLOWED_HOST_LIST = loopback$/m);
    assert.match(settings, /^SECRET_KEY_URI = file:\/stack\/secrets\/key$/m);
  });

  it('puts imported stylesheets in their place, with their media query', () => {
    writeFileSync(join(dir, 'leaf.css'), '.leaf { color: red; }');
    writeFileSync(
      join(dir, 'branch.css'),
      '@import "./leaf.css";\n@import "some-package/x.css";\n.b {}',
    );
    writeFileSync(
      join(dir, 'index.css'),
      '@import "./branch.css" (prefers-color-scheme: dark);\n.root {}',
    );
    assert.equal(
      inlineImports(join(dir, 'index.css')),
      '@media (prefers-color-scheme: dark) {\n.leaf { color: red; }\n\n.b {}\n}\n.root {}',
    );
  });

  it('says how long the first build takes here', () => {
    assert.match(describeForgeBuild(2).nl, /5 minuten op 2 kernen/);
    assert.match(describeForgeBuild(64).en, /1 minutes on 64 cores/);
  });
});
