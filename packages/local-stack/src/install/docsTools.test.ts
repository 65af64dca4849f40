import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { buildStackPaths } from '../paths.ts';
import {
  areDocsToolsInstalled,
  buildDocsToolsBin,
  explainFailure,
  findPythonProblem,
  installDocsTools,
} from './docsTools.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-docs-tools-'));
const paths = { ...buildStackPaths(dir), python: join(dir, 'python') };
const bin = buildDocsToolsBin(paths);
const systemPath = process.env.PATH;
afterEach(() => {
  process.env.PATH = systemPath;
});
after(() => rmSync(dir, { recursive: true }));

/** A machine whose Python answers as given; everything else is as it was. */
function pretendPython(script: string): void {
  const directory = mkdtempSync(join(dir, 'path-'));
  writeFileSync(join(directory, 'python3'), `#!/bin/sh\n${script}\n`, {
    mode: 0o755,
  });
  process.env.PATH = [directory, systemPath].join(delimiter);
}

/** Makes environments whose pip does what is given. */
function pretendVirtualEnvironments(pip: string): void {
  pretendPython(`
    [ "$2" = venv ] || exit 0
    mkdir "$3/bin"
    cat > "$3/bin/python3" <<'END'
#!/bin/sh
cd "$(dirname "$0")"
${pip}
END
    chmod +x "$3/bin/python3"`);
}

describe('documentation tools', () => {
  it('say what this machine lacks', async () => {
    pretendPython('exit 0');
    assert.equal(await findPythonProblem(), undefined);
    pretendPython('echo "too old" >&2; exit 1');
    assert.match((await findPythonProblem()) ?? '', /^Python 3\.11 or newer/);
    pretendPython('echo "No module named ensurepip" >&2; exit 1');
    assert.match((await findPythonProblem()) ?? '', /package python3-venv/);
    process.env.PATH = join(dir, 'empty');
    assert.match((await findPythonProblem()) ?? '', /packages python3 and/);
    await assert.rejects(installDocsTools(paths), /not installed/);
  });

  it('explain why pip failed', () => {
    const explain = (output: string) => explainFailure(output, '/l/docs.log');
    assert.match(explain('[Errno 28] No space left on device'), /disk is full/);
    assert.match(explain('NewConnectionError: Network is unr'), /HTTPS_PROXY/);
    assert.match(
      explain('ERROR: No matching distribution found for x==1'),
      /nerds logs docs /,
    );
    assert.match(explain('one\ntwo'), /\/l\/docs\.log:\none\ntwo/);
  });

  it('appear when all of them are there, and leave nothing when they fail', async () => {
    pretendVirtualEnvironments('echo broken; exit 1');
    await assert.rejects(installDocsTools(paths), /broken/);
    assert.deepEqual(readdirSync(dirname(bin)), []);
    assert.equal(await areDocsToolsInstalled(paths), false);

    pretendVirtualEnvironments(
      'printf "#!/bin/sh\\n" > mkdocs; chmod +x mkdocs',
    );
    await installDocsTools(paths);
    assert.equal(await areDocsToolsInstalled(paths), true);
  });

  it('are made again when they do not run any more', async () => {
    rmSync(dirname(bin), { recursive: true });
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'mkdocs'), '#!/gone/python3\n', { mode: 0o755 });
    assert.equal(await areDocsToolsInstalled(paths), false);
  });

  it('stop when they are not wanted any more', async () => {
    rmSync(dirname(bin), { recursive: true });
    pretendVirtualEnvironments('exec sleep 60');
    const signal = AbortSignal.timeout(300);
    await assert.rejects(installDocsTools(paths, signal), {
      name: 'TimeoutError',
    });
    assert.equal(existsSync(bin), false);
    assert.deepEqual(readdirSync(dirname(bin)), []);
  });
});
