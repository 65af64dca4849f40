import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  CLUSTER_CONDITION_TYPES,
  PROBLEM_CODES,
} from '@nerds/plugin-free-tier-common';
import type { OpenApiDocument } from '@nerds/http-api';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFreeTierOpenApi } from '../router/readFreeTierOpenApi';

const packageRoot = resolvePackagePath('@nerds/plugin-free-tier-backend');
const repoRoot = path.join(packageRoot, '../..');

describe('openapi.yaml', () => {
  let document: OpenApiDocument;

  beforeAll(async () => {
    document = await readFreeTierOpenApi();
  });

  it('keeps the NL API Design Rules 2.2', async () => {
    const spectral = path.join(repoRoot, 'node_modules/.bin/spectral');
    const file = path.join(packageRoot, 'openapi/openapi.yaml');
    const { stdout } = await promisify(execFile)(process.execPath, [
      spectral,
      'lint',
      '--ruleset',
      path.join(repoRoot, '.spectral.yaml'),
      '--fail-severity',
      'warn',
      file,
    ]);
    expect(stdout).toContain('No results');
  }, 60_000);

  it('knows the conditions of the code', () => {
    const { components } = document as any;
    expect(components.schemas.ClusterCondition.properties.type.enum).toEqual([
      ...CLUSTER_CONDITION_TYPES,
    ]);
  });

  it('has examples that are as it describes them', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    ajv.addSchema(document, 'openapi');
    const { examples } = (document as any).components;
    const schemaOf = (name: string) => {
      if (name.startsWith('problem')) return 'Problem';
      if (name === 'clusterRequest') return 'ClusterRequest';
      if (/^cluster[A-Z]/.test(name)) return 'Cluster';
      if (name === 'kubeconfigRequest') return 'KubeconfigRequest';
      if (name.startsWith('kubeconfig')) return 'IssuedKubeconfig';
      return name === 'checkProblems' ? 'ClusterCheck' : undefined;
    };
    const checked = Object.keys(examples).filter(name => schemaOf(name));
    expect(checked.length).toBeGreaterThan(10);
    for (const name of checked) {
      const validate = ajv.compile({
        $ref: `openapi#/components/schemas/${schemaOf(name)}`,
      });
      validate(examples[name].value);
      expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
    }
  });
});

describe('docs/reference/errors.md', () => {
  it('lists every problem code, and no other', async () => {
    const file = path.join(repoRoot, 'docs/reference/errors.md');
    const text = await readFile(file, 'utf8');
    const listed = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map(
      match => match[1],
    );
    expect(listed.sort()).toEqual(Object.keys(PROBLEM_CODES).sort());
  });
});
