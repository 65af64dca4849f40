import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal beside the action. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Put the manifests in the folder deploy on a cluster',
    example: stringify({
      steps: [
        {
          id: 'deploy',
          name: 'Dienst op het cluster zetten',
          action: 'free-tier:deploy',
          input: {
            clusterId: '${{ steps.cluster.output.clusterId }}',
            path: 'deploy',
          },
        },
      ],
    }),
  },
];
