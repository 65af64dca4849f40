import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type ActionContext,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { FakeTechDocs } from '../__testUtils__/FakeTechDocs';
import scaffolderModuleTechdocs from '..';

const MADE: [string, unknown][] = [
  ['log', '\u001b[32minfo\u001b[39m: Step 1 of 3 {"timestamp":"2026-01-01"}'],
  ['log', 'INFO    Documentation built in 1.2 seconds\nWARNING  Check this'],
  ['finish', { updated: true }],
];
const URL = '/docs/default/component/balie';

const techdocs = new FakeTechDocs();
let action: TemplateAction<any, any, any>;

async function run(changes: Partial<ActionContext<any, any, any>> = {}) {
  const info: string[] = [];
  const warnings: string[] = [];
  const outputs: Record<string, unknown> = {};
  const logger = mockServices.logger.mock();
  logger.info.mockImplementation(line => info.push(line));
  logger.warn.mockImplementation(line => warnings.push(line));
  await action.handler({
    ...createMockActionContext({
      input: { entityRef: 'component:default/Balie' },
    }),
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/dev-burgerzaken'),
    logger,
    output: (name: string | number | symbol, value: unknown) => {
      outputs[String(name)] = value;
    },
    ...changes,
  });
  return { info, warnings, outputs };
}

describe('techdocs:build', () => {
  beforeAll(async () => {
    await techdocs.start();
    await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: added => {
              action = added;
            },
          },
        ],
      ],
      features: [
        scaffolderModuleTechdocs,
        mockServices.discovery.mock({ getBaseUrl: async () => techdocs.url })
          .factory,
      ],
    });
  });
  afterAll(() => techdocs.stop());

  it('is in the list of actions, with an example', () => {
    expect(action.id).toBe('techdocs:build');
    expect(action.supportsDryRun).toBe(true);
    expect(action.examples).toHaveLength(1);
  });

  it('makes documentation in the name of the person and shows how it goes', async () => {
    techdocs.prepare(MADE);
    const { info, warnings, outputs } = await run();
    expect(techdocs.requests[0].url).toBe('/sync/default/component/Balie');
    expect(techdocs.requests[0].headers.authorization).toBe(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.user('user:default/dev-burgerzaken'),
        targetPluginId: 'techdocs',
      }),
    );
    expect(info).toEqual([
      'Step 1 of 3',
      'INFO    Documentation built in 1.2 seconds',
      'WARNING  Check this',
      `De documentatie is gemaakt: ${URL}`,
    ]);
    expect(warnings).toEqual([]);
    expect(outputs).toEqual({ built: true, docsUrl: URL });
  });

  it('is done when it had been made already', async () => {
    techdocs.prepare([['finish', { updated: false }]]);
    const { info, outputs } = await run();
    expect(info).toEqual([`De documentatie was al gemaakt: ${URL}`]);
    expect(outputs.built).toBe(true);
  });

  it('warns about a build that failed, with its log, and lets the task go on', async () => {
    techdocs.prepare([
      ['log', 'ERROR   Config value ‘nav’'],
      ['error', 'Aborted with a configuration error'],
    ]);
    const { info, warnings, outputs } = await run();
    expect(info).toEqual(['ERROR   Config value ‘nav’']);
    expect(warnings).toEqual([
      expect.stringContaining(
        'kon niet gemaakt worden: Aborted with a configuration error. De taak gaat verder',
      ),
    ]);
    expect(outputs).toEqual({ built: false, docsUrl: URL });
  });

  it.each([
    ['the entity is not there', [], { status: 404 }, 'HTTP 404'],
    ['the answer stops', [MADE[0]], {}, 'ended too early'],
  ] as const)('warns when %s', async (_, events, options, reason) => {
    techdocs.prepare([...events] as [string, unknown][], options);
    const { warnings, outputs } = await run();
    expect(warnings.join()).toContain(reason);
    expect(outputs.built).toBe(false);
  });

  it('stops waiting after the time it was given', async () => {
    techdocs.prepare([], { stays: true });
    const { warnings } = await run({
      input: {
        entityRef: 'component:default/balie',
        timeoutMinutes: 0.005,
        language: 'en',
      },
    });
    expect(warnings.join()).toContain('took longer than 0.005 minutes');
  });

  it('ends with the task when that is cancelled', async () => {
    techdocs.prepare([], { stays: true });
    const controller = new AbortController();
    const running = run({ signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(running).rejects.toThrow(/abort/i);
  });

  it('asks nothing in a dry run', async () => {
    techdocs.prepare(MADE);
    const { outputs } = await run({ isDryRun: true });
    expect(techdocs.requests).toEqual([]);
    expect(outputs).toEqual({ built: false, docsUrl: URL });
  });

  it('does not take what is no entity', async () => {
    await expect(
      run({ input: { entityRef: 'component:default/' } }),
    ).rejects.toThrow(/entity/i);
  });
});
