import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal beside the action. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Request a small cluster for the team burgerzaken',
    example: stringify({
      steps: [
        {
          id: 'create',
          name: 'Cluster aanvragen',
          action: 'free-tier:cluster:create',
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
