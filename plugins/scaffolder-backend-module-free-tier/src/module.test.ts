import { startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import scaffolderModuleFreeTier from '.';

it('adds its actions, each with an example and usable in a dry run', async () => {
  const added: TemplateAction[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...actions) => added.push(...actions) },
      ],
    ],
    features: [scaffolderModuleFreeTier],
  });
  expect(added.map(action => action.id)).toEqual([
    'free-tier:cluster:check',
    'free-tier:cluster:create',
    'free-tier:cluster:wait',
    'free-tier:deploy',
  ]);
  added.forEach(action => {
    expect(action.supportsDryRun).toBe(true);
    expect(action.examples).not.toHaveLength(0);
  });
});
