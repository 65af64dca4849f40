import { describeProblem } from '../problems/describeProblem';
import { ENTITY_MODEL_PROBLEM_TEXTS } from '../problems/problemTexts';
import { validateEntity } from './validateEntity';

const COMPLETE = {
  'nerds.overheid.nl/availability': 'medium',
  'nerds.overheid.nl/integrity': 'medium',
  'nerds.overheid.nl/confidentiality': 'high',
  'nerds.overheid.nl/personal-data': 'present',
  'nerds.overheid.nl/processing-record-url': 'https://avg.voorbeeld.nl/1',
};

function buildComponent(
  changes: {
    metadata?: Record<string, unknown>;
    annotations?: Record<string, unknown>;
    spec?: Record<string, unknown>;
  } = {},
) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'balie',
      annotations: { ...COMPLETE, ...changes.annotations },
      ...changes.metadata,
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/burgerzaken',
      ...changes.spec,
    },
  };
}

const summarize = (entity: unknown) =>
  validateEntity(entity).map(
    ({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`,
  );

const ANNOTATION = 'metadata.annotations.nerds.overheid.nl';

describe('validateEntity', () => {
  it('has nothing to say about an entity that is right', () => {
    expect(validateEntity(buildComponent())).toEqual([]);
  });

  it.each([
    ['a Template', 'scaffolder.backstage.io/v1beta3', 'Template'],
    ['a Location', 'backstage.io/v1alpha1', 'Location'],
    ['a kind that is not ours', 'voorbeeld.nl/v1', 'Verwerking'],
  ])('leaves the spec of %s to whoever brought it', (_, apiVersion, kind) => {
    const spec = { owner: 7, type: ['anything'], steps: 'x' };
    const entity = { apiVersion, kind, metadata: { name: 'x' }, spec };
    expect(validateEntity(entity)).toEqual([]);
  });

  it.each([
    ['nothing', undefined, ['error not-an-object ']],
    [
      'an empty object',
      {},
      [
        'error missing-choice kind',
        'error missing apiVersion',
        'error missing metadata',
      ],
    ],
    [
      'a component without a spec',
      { ...buildComponent(), spec: undefined },
      [
        'error missing-choice spec.type',
        'error missing-choice spec.lifecycle',
        'error missing spec.owner',
      ],
    ],
    [
      'a spec that is a list',
      { ...buildComponent(), spec: [] },
      ['error not-an-object spec'],
    ],
    [
      'another apiVersion',
      { ...buildComponent(), apiVersion: 'v1' },
      ['error unknown-api-version apiVersion'],
    ],
  ])('says what is missing from %s', (_, entity, expected) => {
    expect(summarize(entity)).toEqual(expected);
  });

  it.each([
    [{ type: 'sevrice' }, ['warning unknown-value spec.type']],
    [{ lifecycle: 'prod' }, ['warning unknown-value spec.lifecycle']],
    [{ owner: '' }, ['error empty spec.owner']],
    [{ owner: 'Team Burgerzaken' }, ['error not-a-reference spec.owner']],
    [{ owner: null }, ['error missing spec.owner']],
    [{ dependsOn: 'resource:x' }, ['error not-a-list spec.dependsOn']],
    [
      { dependsOn: ['a', 3, ' '] },
      [
        'error not-text spec.dependsOn.1',
        'error not-a-reference spec.dependsOn.2',
      ],
    ],
  ])('checks the spec %p', (spec, expected) => {
    expect(summarize(buildComponent({ spec }))).toEqual(expected);
  });

  it.each([
    [{ name: '-x' }, ['error not-a-name metadata.name']],
    [{ name: 'a'.repeat(64) }, ['error not-a-name metadata.name']],
    [{ name: 12 }, ['error not-text metadata.name']],
    [{ namespace: 'Default' }, ['error not-a-namespace metadata.namespace']],
    [{ tags: ['ok', 'Not OK'] }, ['error not-a-tag metadata.tags.1']],
    [{ tags: 'java' }, ['error not-a-list metadata.tags']],
    [
      { links: [{ url: 'www.x.nl' }] },
      ['error not-a-url metadata.links.0.url'],
    ],
    [{ links: [{ url: 'mailto:a@b.nl' }] }, []],
    [{ labels: { a: 1 } }, ['error not-text metadata.labels.a']],
    [{ title: 5 }, ['error not-text metadata.title']],
  ])('checks the metadata %p', (metadata, expected) => {
    expect(summarize(buildComponent({ metadata }))).toEqual(expected);
  });

  it.each([
    ['confidentiality', 'secret', 'error unknown-value'],
    ['personal-data', 'yes', 'error unknown-value'],
    ['accessibility-statement', 'b', 'error unknown-value'],
    ['visibility', 'nobody', 'error unknown-value'],
    ['processing-record-url', 'avg.voorbeeld.nl', 'error not-a-url'],
    ['processing-record-url', 'ftp://avg.voorbeeld.nl', 'error not-a-url'],
    ['source-modified-at', 'yesterday', 'error not-an-instant'],
    ['algorithm-register-id', 12345, 'error not-text'],
    ['confidentialty', 'low', 'warning unknown-annotation'],
    ['title-en', 'Desk', 'warning misplaced-annotation'],
  ])('checks the annotation %s: %s', (name, value, expected) => {
    const annotations = { [`nerds.overheid.nl/${name}`]: value };
    expect(summarize(buildComponent({ annotations }))).toEqual([
      `${expected} ${ANNOTATION}/${name}`,
    ]);
  });

  it('lets the catalog write who may read an entity', () => {
    const annotations = { 'nerds.overheid.nl/readable-by': 'everyone' };
    expect(validateEntity(buildComponent({ annotations }))).toEqual([]);
  });

  it('asks for what an entity should have, unless a register says what it has', () => {
    const metadata = { annotations: {} };
    expect(summarize(buildComponent({ metadata }))).toEqual([
      `warning recommended-choice ${ANNOTATION}/availability`,
      `warning recommended-choice ${ANNOTATION}/integrity`,
      `warning recommended-choice ${ANNOTATION}/confidentiality`,
      `warning recommended-choice ${ANNOTATION}/personal-data`,
    ]);
    const registered = { 'nerds.overheid.nl/source': 'oss-register' };
    expect(
      summarize(buildComponent({ metadata: { annotations: registered } })),
    ).toEqual([]);
  });

  it('asks for the link that a status needs', () => {
    const annotations = {
      'nerds.overheid.nl/processing-record-url': undefined,
      'nerds.overheid.nl/accessibility-statement': 'B',
    };
    expect(summarize(buildComponent({ annotations }))).toEqual([
      `warning needs-field ${ANNOTATION}/processing-record-url`,
      `warning needs-field ${ANNOTATION}/accessibility-statement-url`,
    ]);
    const none = {
      'nerds.overheid.nl/personal-data': 'none',
      'nerds.overheid.nl/processing-record-url': undefined,
      'nerds.overheid.nl/accessibility-statement': 'E',
    };
    expect(summarize(buildComponent({ annotations: none }))).toEqual([]);
  });

  it.each([
    ['0000000123456789000', 'error not-an-oin'],
    [12345678, 'error not-text'],
    ['00000001234567890000', undefined],
  ])('checks the OIN %p of an organisation', (oin, expected) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name: 'gemeente',
        annotations: {
          'nerds.overheid.nl/oin': oin,
          'nerds.overheid.nl/tooi-uri':
            'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
        },
      },
      spec: { type: 'organization', children: [] },
    };
    const path = `${ANNOTATION}/oin`;
    expect(summarize(entity)).toEqual(expected ? [`${expected} ${path}`] : []);
  });

  it('recommends an organisation, and no team, to say which one it is', () => {
    const build = (type: string, annotations?: object) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'x', annotations },
      spec: { type, children: [] },
    });
    expect(summarize(build('team'))).toEqual([]);
    expect(summarize(build('organization'))).toEqual([
      `warning recommended ${ANNOTATION}/tooi-uri`,
    ]);
    const wrong = { 'nerds.overheid.nl/tooi-uri': 'https://tooi.nl/gm0363' };
    expect(summarize(build('organization', wrong))).toEqual([
      `error not-a-tooi-uri ${ANNOTATION}/tooi-uri`,
    ]);
  });

  it.each([
    ['text', 'openapi: 3.0.3', undefined],
    ['a file', { $text: './openapi.yaml' }, undefined],
    ['nothing', undefined, 'missing'],
    ['an object', { openapi: '3.0.3' }, 'not-a-definition'],
    // another module of Backstage would have to read it
    ['a file to resolve', { $openapi: './openapi.yaml' }, 'not-a-definition'],
  ])('takes a definition that is %s', (_, definition, code) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: { name: 'x' },
      spec: {
        type: 'openapi',
        lifecycle: 'production',
        owner: 'x',
        definition,
      },
    };
    expect(summarize(entity)).toEqual(
      code ? [`error ${code} spec.definition`] : [],
    );
  });

  it('needs no definition of an MCP server', () => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: { name: 'x' },
      spec: { type: 'mcp-server', lifecycle: 'production', owner: 'x' },
    };
    expect(validateEntity(entity)).toEqual([]);
  });
});

describe('describeProblem', () => {
  it('names the field, what is wrong and what to write, in both languages', () => {
    const [problem] = validateEntity(
      buildComponent({ spec: { type: 'sevrice' } }),
    );
    expect(describeProblem(problem, 'nl')).toBe(
      'spec.type kent de waarde “sevrice” niet. Kies uit: service, website, library, ml-model. Bedoelt u “service”?',
    );
    expect(describeProblem(problem, 'en')).toBe(
      'spec.type does not know the value “sevrice”. Choose from: service, website, library, ml-model. Do you mean “service”?',
    );
  });

  it('leaves no blank in the sentence of any problem', () => {
    const broken = [
      undefined,
      {},
      buildComponent({
        metadata: { name: '!', tags: [1], links: [3], namespace: '_' },
        annotations: Object.fromEntries(
          Object.keys(COMPLETE).map(name => [name, '?']),
        ),
        spec: { type: 'x', lifecycle: 3, owner: '?/?/?', dependsOn: 3 },
      }),
    ];
    const problems = broken.flatMap(validateEntity);
    expect(problems.length).toBeGreaterThan(15);
    for (const problem of problems) {
      for (const language of ['nl', 'en'] as const) {
        expect(describeProblem(problem, language)).not.toMatch(
          /[{}]\w|undefined/,
        );
      }
    }
  });

  it('has every sentence in two languages with the same blanks', () => {
    const blanks = (text: string) => text.match(/\{\w+\}/g)?.sort();
    for (const { nl, en } of Object.values(ENTITY_MODEL_PROBLEM_TEXTS)) {
      expect(blanks(nl)).toEqual(blanks(en));
      expect(nl).not.toBe(en);
    }
  });
});
