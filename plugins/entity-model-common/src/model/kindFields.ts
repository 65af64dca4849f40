import { COMPONENT_TYPES, LIFECYCLES, RESOURCE_TYPES } from '../values';
import type { EntityField, FieldValue } from './EntityField';

/**
 * A type or lifecycle that is not ours is a warning, not an error: a team may
 * have good reasons for it, and whoever looks for the entity still finds it.
 */
const OTHERWISE = 'warning' as const;

const LIFECYCLE: FieldValue = {
  is: 'one-of',
  values: LIFECYCLES,
  otherwise: OTHERWISE,
};

const OWNED = ['Component', 'API', 'System', 'Domain', 'Resource'];

const on = (...kinds: string[]) => kinds.map(kind => ({ kind }));

/**
 * The fields of each kind under `spec`. What is required here is what the
 * catalog requires.
 *
 * @public
 */
export const KIND_FIELDS: readonly EntityField[] = [
  {
    path: ['spec', 'type'],
    on: on('Component'),
    presence: 'required',
    value: { is: 'one-of', values: COMPONENT_TYPES, otherwise: OTHERWISE },
    meaning: { nl: 'Wat voor software het is.', en: 'What kind of software.' },
    example: 'service',
  },
  {
    path: ['spec', 'type'],
    on: on('Resource'),
    presence: 'required',
    value: { is: 'one-of', values: RESOURCE_TYPES, otherwise: OTHERWISE },
    meaning: {
      nl: 'Wat voor hulpbron het is.',
      en: 'What kind of resource.',
    },
    example: 'database',
  },
  {
    path: ['spec', 'type'],
    on: on('API'),
    presence: 'required',
    value: { is: 'text' },
    meaning: {
      nl: 'Taal van de beschrijving van de API.',
      en: 'Language that the API is described in.',
    },
    example: 'openapi',
  },
  {
    path: ['spec', 'type'],
    on: on('Group'),
    presence: 'required',
    value: { is: 'text' },
    meaning: {
      nl: 'Een team of een organisatie.',
      en: 'A team or an organisation: `team`, `organization`.',
    },
    example: 'team',
  },
  {
    path: ['spec', 'lifecycle'],
    on: on('Component', 'API'),
    presence: 'required',
    value: LIFECYCLE,
    meaning: {
      nl: 'Hoe ver het is; archived is verdwenen uit zijn bron.',
      en: 'How far it is; `archived` is gone from its source.',
    },
    example: 'production',
  },
  {
    path: ['spec', 'lifecycle'],
    on: on('Resource'),
    presence: 'optional',
    value: LIFECYCLE,
    meaning: { nl: 'Hoe ver het is.', en: 'How far it is.' },
    example: 'production',
  },
  {
    path: ['spec', 'owner'],
    on: on(...OWNED),
    presence: 'required',
    value: { is: 'reference' },
    meaning: { nl: 'Het team dat ervoor zorgt.', en: 'The team that owns it.' },
    example: 'group:default/burgerzaken',
  },
  {
    path: ['spec', 'definition'],
    on: on('API'),
    presence: 'required',
    value: { is: 'definition' },
    meaning: {
      nl: 'De beschrijving van de API zelf, of een verwijzing naar een bestand.',
      en: 'The description of the API itself, or a reference to a file.',
    },
    example: '{ $text: ./openapi.yaml }',
  },
  {
    path: ['spec', 'system'],
    on: on('Component', 'API', 'Resource'),
    presence: 'optional',
    value: { is: 'reference' },
    meaning: { nl: 'Het systeem waar het bij hoort.', en: 'Its system.' },
    example: 'basisregistratie',
  },
  {
    path: ['spec', 'subcomponentOf'],
    on: on('Component'),
    presence: 'optional',
    value: { is: 'reference' },
    meaning: { nl: 'Waar het een deel van is.', en: 'What it is a part of.' },
    example: 'component:default/balie',
  },
  {
    path: ['spec', 'domain'],
    on: on('System'),
    presence: 'optional',
    value: { is: 'reference' },
    meaning: { nl: 'Het domein van het systeem.', en: 'Its domain.' },
    example: 'burgerzaken',
  },
  {
    path: ['spec', 'subdomainOf'],
    on: on('Domain'),
    presence: 'optional',
    value: { is: 'reference' },
    meaning: { nl: 'Het domein erboven.', en: 'The domain above it.' },
    example: 'dienstverlening',
  },
  {
    path: ['spec', 'providesApis'],
    on: on('Component'),
    presence: 'optional',
    value: { is: 'references' },
    meaning: { nl: "De API's die het biedt.", en: 'The APIs that it offers.' },
    example: '[api:default/afspraken]',
  },
  {
    path: ['spec', 'consumesApis'],
    on: on('Component'),
    presence: 'optional',
    value: { is: 'references' },
    meaning: { nl: "De API's die het gebruikt.", en: 'The APIs that it uses.' },
    example: '[api:default/afspraken]',
  },
  {
    path: ['spec', 'dependsOn'],
    on: on('Component', 'Resource'),
    presence: 'optional',
    value: { is: 'references' },
    meaning: {
      nl: 'Waar het niet zonder kan.',
      en: 'What it cannot do without.',
    },
    example: '[resource:default/afspraken-database]',
  },
  {
    path: ['spec', 'dependencyOf'],
    on: on('Component', 'Resource'),
    presence: 'optional',
    value: { is: 'references' },
    meaning: {
      nl: 'Wat er niet zonder kan.',
      en: 'What cannot do without it.',
    },
    example: '[component:default/balie]',
  },
  {
    path: ['spec', 'parent'],
    on: on('Group'),
    presence: 'optional',
    value: { is: 'reference' },
    meaning: {
      nl: 'Het team of de organisatie erboven.',
      en: 'The team or organisation above it.',
    },
    example: 'gemeente-amsterdam',
  },
  {
    path: ['spec', 'children'],
    on: on('Group'),
    presence: 'required',
    value: { is: 'references' },
    meaning: { nl: 'De teams eronder.', en: 'The teams below it.' },
    example: '[]',
  },
  {
    path: ['spec', 'members'],
    on: on('Group'),
    presence: 'optional',
    value: { is: 'references' },
    meaning: { nl: 'Wie erin zitten.', en: 'Who is in it.' },
    example: '[dev-burgerzaken]',
  },
  {
    path: ['spec', 'memberOf'],
    on: on('User'),
    presence: 'required',
    value: { is: 'references' },
    meaning: { nl: 'De eigen teams.', en: 'The own teams.' },
    example: '[burgerzaken]',
  },
];
