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
