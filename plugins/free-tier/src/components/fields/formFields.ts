import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { withAnswerView } from '@nerds/form-fields';
import { ClusterRegionAnswer, ClusterTierAnswer } from './ClusterAnswers';
import { ClusterNameField } from './ClusterNameField';
import { ClusterPurposeField } from './ClusterPurposeField';
import { ClusterRegionField } from './ClusterRegionField';
import { ClusterTierField } from './ClusterTierField';
import { OwnTeamField } from './OwnTeamField';
import { ProjectClusterField } from './ProjectClusterField';
import {
  validateClusterName,
  validateClusterPurpose,
  validateClusterRegion,
  validateClusterTier,
  validateOwnTeam,
  validateProjectCluster,
} from './validateFields';

const textSchema = makeFieldSchema({ output: z => z.string() });

/** `ui:field: OwnTeam`; its value is an entity ref. @internal */
export const ownTeamFormField = createFormField({
  name: 'OwnTeam',
  component: OwnTeamField,
  validation: validateOwnTeam,
  schema: textSchema,
});

/** `ui:field: ClusterName`. @internal */
export const clusterNameFormField = createFormField({
  name: 'ClusterName',
  component: ClusterNameField,
  validation: validateClusterName,
  schema: textSchema,
});

/** `ui:field: ClusterTier`; its value is `{ tier, size }`. @internal */
export const clusterTierFormField = createFormField({
  name: 'ClusterTier',
  component: withAnswerView(ClusterTierField, ClusterTierAnswer),
  validation: validateClusterTier,
  schema: makeFieldSchema({
    output: z =>
      z.object({ tier: z.string().optional(), size: z.string().optional() }),
  }),
});

/** `ui:field: ClusterRegion`. @internal */
export const clusterRegionFormField = createFormField({
  name: 'ClusterRegion',
  component: withAnswerView(ClusterRegionField, ClusterRegionAnswer),
  validation: validateClusterRegion,
  schema: textSchema,
});

/** `ui:field: ClusterPurpose`. @internal */
export const clusterPurposeFormField = createFormField({
  name: 'ClusterPurpose',
  component: ClusterPurposeField,
  validation: validateClusterPurpose,
  schema: textSchema,
});

/** `ui:field: ProjectCluster`; its value is whether a cluster comes with the project. @internal */
export const projectClusterFormField = createFormField({
  name: 'ProjectCluster',
  component: ProjectClusterField,
  validation: validateProjectCluster,
  schema: makeFieldSchema({ output: z => z.boolean() }),
});
