import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal beside the action. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Add what every service has: licence, publiccode.yml, security.txt …',
    example: stringify({
      steps: [
        {
          id: 'compliance',
          name: 'Verplichte bestanden toevoegen',
          action: 'compliance:add-files',
          input: {
            name: '${{ parameters.name }}',
            title: '${{ parameters.title }}',
            description: '${{ parameters.description }}',
            owner: '${{ parameters.owner }}',
            kind: 'service',
          },
        },
      ],
    }),
  },
];
