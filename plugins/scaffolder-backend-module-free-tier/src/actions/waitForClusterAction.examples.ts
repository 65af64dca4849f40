import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal beside the action. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Wait until the cluster of an earlier step is ready',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'Wachten tot het cluster klaar is',
          action: 'free-tier:cluster:wait',
          // eslint-disable-next-line no-template-curly-in-string
          input: { clusterId: '${{ steps.create.output.clusterId }}' },
        },
      ],
    }),
  },
];
