/**
 * Annotations of the portal, all with the prefix `nerds.overheid.nl/`.
 *
 * @remarks Who may see an entity is said by `VISIBILITY_ANNOTATION` of
 * `@nerds/plugin-access-common`.
 */

/**
 * Group of type `organization`: its address in the list of government
 * organisations (TOOI, https://standaarden.overheid.nl/tooi).
 *
 * @public
 */
export const ANNOTATION_TOOI_URI = 'nerds.overheid.nl/tooi-uri';

/**
 * Group of type `organization`: its number in government data exchange (OIN, 20
 * digits, https://www.logius.nl/domeinen/toegang/organisatie-identificatienummer).
 *
 * @public
 */
export const ANNOTATION_OIN = 'nerds.overheid.nl/oin';

/**
 * Id of the entity in the API register of developer.overheid.nl.
 *
 * @public
 */
export const ANNOTATION_API_REGISTER_ID = 'nerds.overheid.nl/api-register-id';

/**
 * Id of the entity in the OSS register of developer.overheid.nl.
 *
 * @public
 */
export const ANNOTATION_OSS_REGISTER_ID = 'nerds.overheid.nl/oss-register-id';

/**
 * Id of the entity in the algorithm register (algoritmes.overheid.nl).
 *
 * @public
 */
export const ANNOTATION_ALGORITHM_REGISTER_ID =
  'nerds.overheid.nl/algorithm-register-id';

/**
 * How bad it is when the entity is not available: B of the BIV classification.
 *
 * @public
 */
export const ANNOTATION_AVAILABILITY = 'nerds.overheid.nl/availability';

/**
 * How bad it is when its data is wrong: I of the BIV classification.
 *
 * @public
 */
export const ANNOTATION_INTEGRITY = 'nerds.overheid.nl/integrity';

/**
 * How bad it is when its data leaks: V of the BIV classification.
 *
 * @public
 */
export const ANNOTATION_CONFIDENTIALITY = 'nerds.overheid.nl/confidentiality';

/**
 * Whether the entity processes personal data.
 *
 * @public
 */
export const ANNOTATION_PERSONAL_DATA = 'nerds.overheid.nl/personal-data';

/**
 * Link to the entry in the record of processing activities (article 30 GDPR).
 *
 * @public
 */
export const ANNOTATION_PROCESSING_RECORD_URL =
  'nerds.overheid.nl/processing-record-url';

/**
 * Status of the accessibility statement, A to E.
 *
 * @public
 */
export const ANNOTATION_ACCESSIBILITY_STATEMENT =
  'nerds.overheid.nl/accessibility-statement';

/**
 * Link to the accessibility statement.
 *
 * @public
 */
export const ANNOTATION_ACCESSIBILITY_STATEMENT_URL =
  'nerds.overheid.nl/accessibility-statement-url';

/**
 * Link to the publiccode.yml that describes the software.
 *
 * @public
 */
export const ANNOTATION_PUBLICCODE_URL = 'nerds.overheid.nl/publiccode-url';

/**
 * Score of an API on the NL API Design Rules, 0 to 100, as its register says.
 *
 * @public
 */
export const ANNOTATION_ADR_SCORE = 'nerds.overheid.nl/adr-score';

/**
 * Where the entity was read: a register, the list of organisations or the id of
 * a discovery. Written by the provider.
 *
 * @public
 */
export const ANNOTATION_SOURCE = 'nerds.overheid.nl/source';

/**
 * Page of the entity at its source. Written by the provider.
 *
 * @public
 */
export const ANNOTATION_SOURCE_URL = 'nerds.overheid.nl/source-url';

/**
 * When the entity last changed at its source, ISO instant in UTC. Written by the
 * provider.
 *
 * @public
 */
export const ANNOTATION_SOURCE_MODIFIED_AT =
  'nerds.overheid.nl/source-modified-at';

/**
 * Since when the entity is no longer at its source, ISO instant in UTC. Written
 * by the provider, which sets the lifecycle to `archived` after its grace time.
 *
 * @public
 */
export const ANNOTATION_ARCHIVED_AT = 'nerds.overheid.nl/archived-at';

/**
 * Title of a template in English.
 *
 * @public
 */
export const ANNOTATION_TITLE_EN = 'nerds.overheid.nl/title-en';

/**
 * Description of a template in English.
 *
 * @public
 */
export const ANNOTATION_DESCRIPTION_EN = 'nerds.overheid.nl/description-en';
