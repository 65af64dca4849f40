import { validateCatalogInfo, validatePubliccodeFile } from './validateFiles';

const summarize = (text: string) =>
  validateCatalogInfo(text).map(
    ({ line, column, code, path, entity }) =>
      `${line}:${column} ${code} ${path.join('.')} ${entity ?? '-'}`,
  );

describe('validateCatalogInfo', () => {
  it('points to the line of each problem, in every document of the file', () => {
    const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: balie
  tags: [ok, Not OK]
spec:
  type: sevrice
  lifecycle: production
---
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata:
  name: zaken
  annotations:
    nerds.overheid.nl/visibility: niemand
spec:
  owner: group:default/burgerzaken
---
`;
    expect(summarize(text)).toEqual([
      '5:14 not-a-tag metadata.tags.1 Component balie',
      '6:1 missing spec.owner Component balie',
      '7:3 unknown-value spec.type Component balie',
      '15:5 unknown-value metadata.annotations.nerds.overheid.nl/visibility Domain zaken',
    ]);
  });

  it('says where the YAML itself is wrong', () => {
    expect(summarize('kind: Component\nmetadata:\n  name: "balie\n')).toEqual([
      '4:1 not-yaml  -',
    ]);
    const [problem] = validateCatalogInfo('a: b: c\n');
    expect(problem.params.reason).toBe(
      'Nested mappings are not allowed in compact mappings',
    );
  });

  it.each(['', '\n', '# niets\n', '---\n---\n'])('has no use for %j', text => {
    expect(summarize(text)).toEqual(['1:1 no-content  -']);
  });

  it('does not unfold a file that makes gigabytes out of a few lines', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
      .concat(
        'bcdefgh'.split('').map((key, index) => {
          const before = 'abcdefg'[index];
          return `${key}: &${key} [${Array(10).fill(`*${before}`).join(', ')}]`;
        }),
      )
      .join('\n');
    expect(summarize(bomb)).toEqual([expect.stringContaining('not-yaml')]);
  });
});

describe('a file that would keep the portal busy', () => {
  const repeat = (line: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      line.replaceAll('#', String(index)),
    );

  it.each([
    ['keys on lines', repeat('key-#: x', 20_000).join('\n')],
    ['keys on one line', `a: {${repeat('key-#', 20_000).join(',')}}`],
    ['questions', repeat('? key-#', 20_000).join('\n')],
    ['unknown tags', `a: [${repeat('!a', 20_000).join(',')}]`],
    ['tags on lines', repeat('- !a b', 20_000).join('\n')],
    [
      'documents',
      repeat(repeat('key-#: x', 1_000).join('\n'), 20).join('\n---\n'),
    ],
    ['documents of one line', repeat('--- a', 120_000).join('\n')],
    ['items of a list', repeat('- a', 120_000).join('\n')],
    ['comments', '#\n'.repeat(300_000)],
    ['characters', `a: "${'x'.repeat(6 * 1024 * 1024)}"`],
  ])('is not read: %s', (_, text) => {
    expect(summarize(text)).toEqual(['1:1 too-complex  -']);
  });

  it('is not one with a thousand entities, or with a description of an API', () => {
    const entity = (definition: string) => `apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: x, tags: [a, b] }
spec: { type: openapi, lifecycle: production, owner: x }
${definition}`;
    const many = Array(1_000).fill(entity('')).join('---\n');
    expect(validateCatalogInfo(many)).toEqual([
      ...Array(1_000).fill(expect.objectContaining({ code: 'missing' })),
    ]);
    const long = repeat('    path-#: { a: b, c: d }', 40_000).join('\n');
    const api = entity('').replace(
      'spec: { type: openapi, lifecycle: production, owner: x }',
      `spec:\n  type: openapi\n  lifecycle: production\n  owner: x\n  definition: |\n${long}`,
    );
    expect(validateCatalogInfo(api)).toEqual([]);
  });

  it('names the first hundred problems, and every error before a warning', () => {
    const annotations = repeat('nerds.overheid.nl/unknown-#: x', 500);
    const problems = validateCatalogInfo(
      `kind: Domain\nmetadata: { name: x, annotations: { ${annotations.join(
        ', ',
      )} } }\nspec: {}\n`,
    );
    expect(problems).toHaveLength(100);
    expect(
      problems.filter(({ severity }) => severity === 'error'),
    ).toMatchObject([{ path: ['apiVersion'] }, { path: ['spec', 'owner'] }]);
  });
});

it('names two thousand problems of a file, and no warning before an error', () => {
  const annotations = Array.from(
    { length: 50 },
    (_, index) => `nerds.overheid.nl/unknown-${index}: x`,
  ).join(', ');
  const entity = (owner: string) => `apiVersion: backstage.io/v1alpha1
kind: Domain
metadata: { name: x, annotations: { ${annotations} } }
spec: { ${owner} }
`;
  const text = [
    ...Array(50).fill(entity('owner: group:default/x')),
    entity(''),
  ];
  const problems = validateCatalogInfo(text.join('---\n'));
  expect(problems).toHaveLength(2_000);
  expect(problems.at(-1)).toMatchObject({ path: ['spec', 'owner'] });
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(
    1,
  );
});

describe('validatePubliccodeFile', () => {
  it('keeps dates as text and points to lines', () => {
    const text = 'name: Balie\nreleaseDate: 2026-11-23\nplatforms: web\n';
    const problems = validatePubliccodeFile(text);
    expect(problems.find(({ path }) => path[0] === 'releaseDate')).toBe(
      undefined,
    );
    expect(problems.find(({ path }) => path[0] === 'platforms')).toMatchObject({
      code: 'not-a-list',
      line: 3,
      column: 1,
    });
  });
});
