import { VISIBILITY_ANNOTATION } from '@nerds/plugin-access-common';

/** Tag under `backstage:permissions` of the parameters and steps that are for platform engineers. @internal */
export const PLATFORM_TAG = 'platform';

/** A kind of thing that permissions are about. @internal */
export interface ResourceKind {
  /** Plugin that has the things and the rules about them. */
  pluginId: string;
  /** What one of them is called in the documentation. */
  noun: string;
  /**
   * What sets some of them apart, for the documentation. Right `open` reaches
   * what is not set apart, and of the rest what is one's own.
   */
  setApart?: string;
  /** Whether one can be of a team or person at all. */
  hasOwner: boolean;
}

/** By resource type. @internal */
export const RESOURCES: Record<string, ResourceKind> = {
  'free-tier-cluster': {
    pluginId: 'free-tier',
    noun: 'cluster',
    hasOwner: true,
  },
  'catalog-entity': {
    pluginId: 'catalog',
    noun: 'entity',
    setApart: `annotated \`${VISIBILITY_ANNOTATION}: team\``,
    hasOwner: true,
  },
  'scaffolder-template': {
    pluginId: 'scaffolder',
    noun: 'part of a template',
    setApart: `tagged \`${PLATFORM_TAG}\``,
    hasOwner: false,
  },
  'scaffolder-action': {
    pluginId: 'scaffolder',
    noun: 'action of a template',
    setApart: 'that sends a notification to everyone',
    hasOwner: false,
  },
  'scaffolder-task': { pluginId: 'scaffolder', noun: 'task', hasOwner: true },
  'access-review': { pluginId: 'access', noun: 'review', hasOwner: true },
  'machine-access-token': {
    pluginId: 'machine-access',
    noun: 'token',
    hasOwner: true,
  },
  'audit-log-event': { pluginId: 'audit-log', noun: 'event', hasOwner: true },
};
