import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Register what the step before this one published',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Aanmelden bij de catalogus',
          action: 'forge:register-entity',
          input: {
            entityUrl: '${{ steps.publish.output.entityUrl }}',
            entityRef: 'component:default/${{ parameters.name }}',
          },
        },
      ],
    }),
  },
];
