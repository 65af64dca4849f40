import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { OrganisationField } from './OrganisationField';
import { ProjectNameField } from './ProjectNameField';
import { ProjectTeamField } from './ProjectTeamField';
import {
  validateOrganisation,
  validateProjectName,
  validateProjectTeam,
} from './validateFields';

const textSchema = makeFieldSchema({ output: z => z.string() });

/** `ui:field: ProjectName`. @internal */
export const projectNameFormField = createFormField({
  name: 'ProjectName',
  component: ProjectNameField,
  validation: validateProjectName,
  schema: textSchema,
});

/** `ui:field: ProjectTeam`; its value is an entity ref. @internal */
export const projectTeamFormField = createFormField({
  name: 'ProjectTeam',
  component: ProjectTeamField,
  validation: validateProjectTeam,
  schema: textSchema,
});

/** `ui:field: Organisation`; its value is `{ name, uri }`. @internal */
export const organisationFormField = createFormField({
  name: 'Organisation',
  component: OrganisationField,
  validation: validateOrganisation,
  schema: makeFieldSchema({
    output: z =>
      z.object({ name: z.string().optional(), uri: z.string().optional() }),
  }),
});
