import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  IS_READABLE_BY_RULE,
  READABLE_BY_ANNOTATION,
} from '@nerds/plugin-access-common';
import { z } from 'zod';

/** The entity may be seen by one of these readers. @internal */
export const isReadableBy = createPermissionRule({
  name: IS_READABLE_BY_RULE,
  description: 'Allow entities that one of these readers may see',
  resourceRef: catalogEntityPermissionResourceRef,
  paramsSchema: z.object({
    readers: z
      .array(z.string())
      .describe('Entity refs of people and groups, or everyone'),
  }),
  apply: (entity, { readers }) => {
    const reader = entity.metadata.annotations?.[READABLE_BY_ANNOTATION];
    return reader !== undefined && readers.includes(reader);
  },
  toQuery: ({ readers }) => ({
    key: `metadata.annotations.${READABLE_BY_ANNOTATION}`,
    values: readers,
  }),
});
