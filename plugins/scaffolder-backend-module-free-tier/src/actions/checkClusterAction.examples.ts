import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal beside the action. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Look whether team burgerzaken has room for a small cluster',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Kijken of er plaats is voor het cluster',
          action: 'free-tier:cluster:check',
          input: {
            name: 'balie',
            owner: 'group:default/burgerzaken',
            tier: 'free',
            size: 'small',
            region: 'local',
            purpose: 'Proef met de nieuwe balie',
          },
        },
      ],
    }),
  },
];
