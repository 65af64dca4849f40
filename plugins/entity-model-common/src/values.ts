/**
 * What `spec.type` of a Component can be.
 *
 * @public
 */
export const COMPONENT_TYPES = [
  'service',
  'website',
  'library',
  'ml-model',
] as const;

/**
 * What `spec.type` of a Resource can be.
 *
 * @public
 */
export const RESOURCE_TYPES = ['cluster', 'database', 'dataset'] as const;

/**
 * What `spec.lifecycle` can be.
 *
 * @public
 */
export const LIFECYCLES = [
  'experimental',
  'production',
  'deprecated',
  'archived',
] as const;

/**
 * Lifecycle of an entity that is gone from its source.
 *
 * @public
 */
export const LIFECYCLE_ARCHIVED = 'archived';

/**
 * `spec.type` of a Group that is an organisation, not a team.
 *
 * @public
 */
export const GROUP_TYPE_ORGANISATION = 'organization';

/**
 * Levels of the BIV classification, as in the BIO2.
 *
 * @public
 */
export const CLASSIFICATION_LEVELS = ['low', 'medium', 'high'] as const;

/**
 * Whether there is personal data.
 *
 * @public
 */
export const PERSONAL_DATA_VALUES = ['none', 'present'] as const;

/**
 * Statuses of an accessibility statement, from fully compliant (A) to no
 * statement at all (E).
 *
 * @public
 */
export const ACCESSIBILITY_STATUSES = ['A', 'B', 'C', 'D', 'E'] as const;

/**
 * Sources that come with the portal; the id of a discovery can be anything else.
 *
 * @public
 */
export const SOURCES = {
  apiRegister: 'api-register',
  ossRegister: 'oss-register',
  algorithmRegister: 'algorithm-register',
  organisations: 'organisations',
} as const;

/**
 * The value of the annotation `source` on what the portal says of itself: that
 * is no source that is read.
 *
 * @public
 */
export const SOURCE_PORTAL = 'portal';
