import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Publish the project that the steps before this one made',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Repository maken',
          action: 'forge:publish-repository',
          input: {
            name: '${{ parameters.name }}',
            description: '${{ parameters.description }}',
            owner: '${{ parameters.owner }}',
          },
        },
      ],
    }),
  },
];
