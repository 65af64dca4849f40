import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal beside the action. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Make the documentation of what an earlier step registered',
    example: stringify({
      steps: [
        {
          id: 'docs',
          name: 'Documentatie maken',
          action: 'techdocs:build',
          // eslint-disable-next-line no-template-curly-in-string
          input: { entityRef: '${{ steps.register.output.entityRef }}' },
        },
      ],
    }),
  },
];
