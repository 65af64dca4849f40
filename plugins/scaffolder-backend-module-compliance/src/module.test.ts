import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import {
  scaffolderTemplatingExtensionPoint,
  type CreatedTemplateFilter,
  type CreatedTemplateGlobalValue,
} from '@backstage/plugin-scaffolder-node/alpha';
import scaffolderModuleCompliance from '.';

it('adds an action for a dry run as well, and filters, all with examples', async () => {
  const added: TemplateAction[] = [];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const filters: CreatedTemplateFilter<any, any>[] = [];
  const globals: CreatedTemplateGlobalValue[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...actions) => added.push(...actions) },
      ],
      [
        scaffolderTemplatingExtensionPoint,
        {
          addTemplateFilters: more => filters.push(...(more as typeof filters)),
          addTemplateGlobals: more => globals.push(...(more as typeof globals)),
        },
      ],
    ],
    features: [
      scaffolderModuleCompliance,
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://portal.test/' } },
      }),
    ],
  });
  expect(added.map(({ id }) => id)).toEqual(['compliance:add-files']);
  expect(added[0].supportsDryRun).toBe(true);
  expect(added[0].examples).not.toHaveLength(0);
  expect(filters.map(({ id }) => id)).toEqual(['markdown', 'quoted']);
  filters.forEach(({ examples }) => expect(examples).not.toHaveLength(0));
  expect(globals).toMatchObject([
    { id: 'portalUrl', value: 'https://portal.test' },
  ]);
});
