import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
  type Entity,
} from '@backstage/catalog-model';
import { validateEntity } from '@nerds/plugin-entity-model-common';
import {
  buildAlgorithm,
  buildApi,
  buildRepository,
  buildTooiNode,
  ontology,
} from '../__testUtils__/builders';
import { algorithmSchema, mapAlgorithm, toTooiUri } from './mapAlgorithm';
import { apiDetailSchema, mapApi } from './mapApi';
import { mapOrganisation } from './mapOrganisation';
import { mapRepository, repositoryDetailSchema } from './mapRepository';
import { listTooiNodes, parseTooiOrganisation } from './tooi';

const CONTEXT = {
  ownerRef: 'group:registers/gemeente-gm0001',
  pageUrl: 'https://register.example.nl/1',
};
const NOW = new Date('2026-11-23T09:00:00Z');

/** What the catalog and the portal check. */
async function expectValid(entity: Entity): Promise<void> {
  expect(validateEntity(entity)).toEqual([]);
  const policy = EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new DefaultNamespaceEntityPolicy(),
    new FieldFormatEntityPolicy(),
  ]);
  await policy.enforce(entity);
  const validators = {
    API: apiEntityV1alpha1Validator,
    Component: componentEntityV1alpha1Validator,
    Group: groupEntityV1alpha1Validator,
  };
  const validator = validators[entity.kind as keyof typeof validators];
  await expect(validator.check(entity)).resolves.toBe(true);
}

const toApi = (overrides: object = {}) =>
  mapApi(apiDetailSchema.parse(buildApi(1, overrides)), {
    ...CONTEXT,
    definition: '{}',
  });

const toRepository = (overrides: object = {}) =>
  mapRepository(
    repositoryDetailSchema.parse(buildRepository(1, overrides)),
    CONTEXT,
  );

const toAlgorithm = (overrides: object = {}) =>
  mapAlgorithm(algorithmSchema.parse(buildAlgorithm(1, overrides)), CONTEXT);

// No link of ours; what a register might say.
const SCRIPT = ['javascript', 'alert(1)'].join(':');

/** Nothing in a register is to be trusted to be what it should be. */
const ODD_TEXTS = {
  description: '<script>alert(1)</script>\u0000 een\n\ntwee',
  docsUrl: SCRIPT,
  oasUrl: 'n.v.t.',
  auth: ['OAuth 2.0!', '', '名前', 'x'.repeat(200)],
};

describe('mapApi', () => {
  it('makes an entity that the catalog takes', async () => {
    const entity = toApi();
    await expectValid(entity);
    expect(entity).toMatchObject({
      kind: 'API',
      metadata: {
        namespace: 'registers',
        title: 'Voorbeeld-API 1',
        annotations: {
          'nerds.overheid.nl/api-register-id': 'api-1',
          'nerds.overheid.nl/adr-score': '100',
          'nerds.overheid.nl/source': 'api-register',
          'nerds.overheid.nl/source-url': CONTEXT.pageUrl,
        },
        tags: ['api-key'],
      },
      spec: {
        type: 'openapi',
        lifecycle: 'production',
        owner: CONTEXT.ownerRef,
        definition: '{}',
      },
    });
    expect(entity.metadata.links?.map(({ title }) => title)).toEqual([
      'API-register',
      'Documentatie',
      'OpenAPI',
      'Contact',
    ]);
  });

  it.each([
    ['active', 'production'],
    ['deprecated', 'deprecated'],
    ['sunset', 'deprecated'],
    ['retired', 'archived'],
    ['something new', 'production'],
  ])('is %s: %s', (status, lifecycle) => {
    expect(toApi({ lifecycle: { status } }).spec.lifecycle).toBe(lifecycle);
  });

  it('does without what is not there', async () => {
    const entity = toApi({
      adrScore: null,
      contact: null,
      lifecycle: undefined,
      description: null,
      auth: null,
      servers: null,
      docsUrl: null,
    });
    await expectValid(entity);
    expect(entity.metadata.annotations).not.toHaveProperty([
      'nerds.overheid.nl/adr-score',
    ]);
    for (const [adrScore, shown] of [
      [0, '0'],
      [99.9, '99'],
    ] as const) {
      const scored = toApi({ adrScore });
      await expectValid(scored);
      expect(scored.metadata.annotations).toMatchObject({
        'nerds.overheid.nl/adr-score': shown,
      });
    }
  });

  it('does without what is not what it should be', async () => {
    const entity = toApi({
      adrScore: 'goed',
      contact: 'bel maar',
      lifecycle: [],
      description: 3,
      auth: 'OAuth',
      servers: [{ description: 'zonder adres' }],
    });
    await expectValid(entity);
    expect(entity.spec.lifecycle).toBe('production');
  });

  it('leaves out what cannot be', async () => {
    const entity = toApi(ODD_TEXTS);
    await expectValid(entity);
    expect(JSON.stringify(entity)).not.toMatch(/javascript:|<script/);
    expect(entity.metadata.tags).toEqual(['oauth-2-0', 'x'.repeat(63)]);
  });
});

describe('mapRepository', () => {
  it('makes an entity that the catalog takes', async () => {
    const entity = toRepository();
    await expectValid(entity);
    expect(entity).toMatchObject({
      kind: 'Component',
      metadata: {
        title: 'Project 1',
        description: 'Een voorbeeld',
        annotations: {
          'backstage.io/source-location':
            'url:https://code.example.nl/team/project-1',
          'nerds.overheid.nl/publiccode-url':
            'https://code.example.nl/team/project-1/raw/publiccode.yml',
          'nerds.overheid.nl/source-modified-at': '2026-10-01T12:00:00.000Z',
        },
        tags: ['open-source', 'eupl-1-2', 'web', 'linux'],
      },
      spec: { type: 'service', lifecycle: 'production' },
    });
  });

  it.each([
    ['standalone/web', 'service'],
    ['library', 'library'],
    ['addon', 'library'],
    [undefined, 'library'],
  ])('of software type %s is a %s', (softwareType, type) => {
    expect(toRepository({ publicCode: { softwareType } }).spec.type).toBe(type);
  });

  it.each([
    ['concept', 'experimental'],
    ['beta', 'experimental'],
    ['stable', 'production'],
    ['obsolete', 'deprecated'],
    [undefined, 'experimental'],
  ])('of development status %s is %s', (developmentStatus, lifecycle) => {
    const publicCode = { developmentStatus };
    expect(toRepository({ publicCode }).spec.lifecycle).toBe(lifecycle);
    expect(toRepository({ publicCode, archived: true }).spec.lifecycle).toBe(
      'archived',
    );
  });

  it('does without publiccode.yml', async () => {
    const entity = toRepository({
      publicCode: null,
      publicCodeUrl: '',
      name: null,
      url: 'https://code.example.nl/team/Naam.git',
      lastActivityAt: 'gisteren',
    });
    await expectValid(entity);
    expect(entity.metadata).toMatchObject({
      title: 'Naam',
      description: 'Een project',
      tags: ['open-source'],
    });
    const annotations = Object.keys(entity.metadata.annotations ?? {});
    expect(annotations).not.toContain('nerds.overheid.nl/publiccode-url');
    expect(annotations).not.toContain('nerds.overheid.nl/source-modified-at');
  });

  it('does without what is wrong in publiccode.yml', async () => {
    const entity = toRepository({
      publicCode: {
        name: 'Project',
        platforms: 'web',
        legal: 'EUPL',
        softwareType: 'library',
        description: { nl: 'tekst' },
      },
    });
    await expectValid(entity);
    expect(entity).toMatchObject({
      metadata: { title: 'Project', description: 'Een project' },
      spec: { type: 'library' },
    });
  });

  it('takes no repository without an address that can be opened', () => {
    for (const url of ['', SCRIPT, 'ssh://x']) {
      expect(() => toRepository({ url })).toThrow();
    }
  });
});

describe('mapAlgorithm', () => {
  it('makes an entity that the catalog takes', async () => {
    const entity = toAlgorithm();
    await expectValid(entity);
    expect(entity).toMatchObject({
      metadata: {
        title: 'Voorbeeldalgoritme 1',
        description: 'Kiest een voorbeeld.',
        annotations: {
          'nerds.overheid.nl/algorithm-register-id': '10000001',
          'nerds.overheid.nl/source-modified-at': '2026-09-01T10:00:00.000Z',
        },
        tags: ['impactvolle-algoritmes', 'verkeer', 'ruimte-en-infrastructuur'],
      },
      spec: { type: 'ml-model', lifecycle: 'production' },
    });
    expect(entity.metadata.annotations).not.toHaveProperty([
      'nerds.overheid.nl/personal-data',
    ]);
  });

  it('says that there is personal data when there is a record of it', async () => {
    const entity = toAlgorithm({
      process_index_url: 'https://avg.example.nl/1',
    });
    await expectValid(entity);
    expect(entity.metadata.annotations).toMatchObject({
      'nerds.overheid.nl/personal-data': 'present',
      'nerds.overheid.nl/processing-record-url': 'https://avg.example.nl/1',
    });
  });

  it.each([
    ['In ontwikkeling', 'experimental'],
    ['in gebruik ', 'production'],
    ['Buiten gebruik', 'archived'],
    [null, 'production'],
  ])('is %s: %s', (status, lifecycle) => {
    expect(toAlgorithm({ status }).spec.lifecycle).toBe(lifecycle);
  });

  it('reads the themes of the older standard', () => {
    const { tags } = toAlgorithm({ category: 'Verkeer, Wonen' }).metadata;
    expect(tags).toEqual(['impactvolle-algoritmes', 'verkeer', 'wonen']);
  });

  it.each([
    ['gm0363', 'https://identifier.overheid.nl/tooi/id/gemeente/gm0363'],
    ['mnre1034', 'https://identifier.overheid.nl/tooi/id/ministerie/mnre1034'],
    ['ws0155', 'https://identifier.overheid.nl/tooi/id/waterschap/ws0155'],
    ['xx1', undefined],
    ['uwv', undefined],
    [null, undefined],
  ])('knows the organisation with code %s as %s', (code, uri) => {
    expect(toTooiUri(code)).toBe(uri);
  });
});

describe('organisations', () => {
  const parse = (overrides: object = {}) =>
    parseTooiOrganisation(buildTooiNode(363, overrides), NOW);

  it('become Groups that the catalog takes', async () => {
    const organisation = parse({
      [ontology('afkorting')]: [{ '@value': 'GV' }],
    });
    const entity = mapOrganisation(
      { ...organisation!, oin: '00000001002564440000' },
      'organisations',
    );
    await expectValid(entity);
    expect(entity).toMatchObject({
      metadata: {
        name: 'gemeente-gm0363',
        title: 'Gemeente Voorbeeld 363',
        description: 'GV',
        annotations: {
          'nerds.overheid.nl/tooi-uri':
            'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
          'nerds.overheid.nl/oin': '00000001002564440000',
        },
      },
      spec: { type: 'organization' },
    });
  });

  it('without an address in TOOI have none in the catalog', async () => {
    const entity = mapOrganisation(
      { uri: 'algoritmeregister:Stichting X', label: 'Stichting X' },
      'algorithm-register',
    );
    await expectValid(entity);
    expect(entity.metadata.annotations).not.toHaveProperty([
      'nerds.overheid.nl/tooi-uri',
    ]);
  });

  it('are the names that people use, and else the official ones', () => {
    expect(
      parse({
        [ontology('voorkeursnaamInclSoort')]: [{ '@value': 'gemeente V' }],
      }),
    ).toMatchObject({ label: 'Gemeente V' });
    const nameless = { [ontology('officieleNaamInclSoort')]: [] };
    expect(
      parse({
        ...nameless,
        'http://www.w3.org/2000/01/rdf-schema#label': [{ '@value': 'V' }],
      }),
    ).toMatchObject({ label: 'V' });
    expect(() => parse(nameless)).toThrow(/no name/);
  });

  it.each([
    ['an earlier version of one', { '@type': [ontology('HistorischeVersie')] }],
    ['an event', { '@type': [ontology('Oprichting')] }],
    ['something else', { '@id': 'https://example.nl/id/1' }],
    ['nothing', { '@id': undefined }],
    [
      'one that is no more',
      { [ontology('einddatum')]: [{ '@value': '2020-12-31' }] },
    ],
  ])('are not %s', (_, overrides) => {
    expect(parse(overrides)).toBeUndefined();
  });

  it('exist until their last day', () => {
    const endsLater = { [ontology('einddatum')]: [{ '@value': '2999-12-31' }] };
    expect(parse(endsLater)).toMatchObject({ label: 'Gemeente Voorbeeld 363' });
  });

  it('are found with and without a graph around them', () => {
    const node = buildTooiNode(1);
    expect(listTooiNodes([node])).toEqual([node]);
    expect(listTooiNodes([{ '@graph': [node] }])).toEqual([node]);
    expect(listTooiNodes({ '@graph': [node] })).toEqual([node]);
  });
});
