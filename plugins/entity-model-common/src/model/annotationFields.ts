import {
  ENTITY_VISIBILITIES,
  VISIBILITY_ANNOTATION,
} from '@nerds/plugin-access-common';
import {
  ANNOTATION_ACCESSIBILITY_STATEMENT,
  ANNOTATION_ACCESSIBILITY_STATEMENT_URL,
  ANNOTATION_ADR_SCORE,
  ANNOTATION_ALGORITHM_REGISTER_ID,
  ANNOTATION_API_REGISTER_ID,
  ANNOTATION_ARCHIVED_AT,
  ANNOTATION_AVAILABILITY,
  ANNOTATION_CONFIDENTIALITY,
  ANNOTATION_DESCRIPTION_EN,
  ANNOTATION_INTEGRITY,
  ANNOTATION_OIN,
  ANNOTATION_OSS_REGISTER_ID,
  ANNOTATION_PERSONAL_DATA,
  ANNOTATION_PROCESSING_RECORD_URL,
  ANNOTATION_PUBLICCODE_URL,
  ANNOTATION_SOURCE,
  ANNOTATION_SOURCE_MODIFIED_AT,
  ANNOTATION_SOURCE_URL,
  ANNOTATION_TITLE_EN,
  ANNOTATION_TOOI_URI,
} from '../annotations';
import type { EntityModelText } from '../problems/problemTexts';
import {
  ACCESSIBILITY_STATUSES,
  CLASSIFICATION_LEVELS,
  GROUP_TYPE_ORGANISATION,
  PERSONAL_DATA_VALUES,
} from '../values';
import type { EntityField, FieldScope, FieldValue } from './EntityField';

/** What the portal says about software, its APIs and its data. */
const SOFTWARE: FieldScope[] = [
  { kind: 'Component' },
  { kind: 'API' },
  { kind: 'Resource' },
  { kind: 'System' },
];

/** What holds or handles data, and so has a classification. */
const HANDLES_DATA: FieldScope[] = [
  { kind: 'Component', types: ['service', 'website', 'ml-model'] },
  { kind: 'Resource', types: ['database', 'dataset'] },
];

const ORGANISATION: FieldScope[] = [
  { kind: 'Group', types: [GROUP_TYPE_ORGANISATION] },
];

const FROM_A_SOURCE: FieldScope[] = [
  ...SOFTWARE,
  { kind: 'Domain' },
  { kind: 'Group' },
  { kind: 'User' },
  { kind: 'Template' },
  { kind: 'Location' },
];

function annotation(
  name: string,
  options: {
    on: readonly FieldScope[];
    value: FieldValue;
    meaning: EntityModelText;
    example: string;
    recommendedOn?: readonly FieldScope[];
    writtenBy?: 'provider';
  },
): EntityField {
  return {
    path: ['metadata', 'annotations', name],
    presence: 'optional',
    ...options,
  };
}

// A value of ours that is not known is an error: the portal decides by it who
// may see something and what people may trust.
const oneOf = (values: readonly string[]): FieldValue => ({
  is: 'one-of',
  values,
  otherwise: 'error',
});

const CLASSIFICATION = {
  on: SOFTWARE,
  recommendedOn: HANDLES_DATA,
  value: oneOf(CLASSIFICATION_LEVELS),
};

const ORGANISATION_FIELDS = [
  annotation(ANNOTATION_TOOI_URI, {
    on: ORGANISATION,
    recommendedOn: ORGANISATION,
    value: { is: 'tooi-uri' },
    meaning: {
      nl: 'Het adres van de organisatie in TOOI, de lijst van overheidsorganisaties.',
      en: 'The address of the organisation in TOOI, the list of government organisations.',
    },
    example: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
  }),
  annotation(ANNOTATION_OIN, {
    on: ORGANISATION,
    value: { is: 'oin' },
    meaning: {
      nl: 'Het organisatie-identificatienummer, 20 cijfers.',
      en: 'The number of the organisation in data exchange (OIN), 20 digits.',
    },
    example: '"00000001234567890000"',
  }),
];

const PUBLICATION_FIELDS = [
  annotation(ANNOTATION_API_REGISTER_ID, {
    on: SOFTWARE,
    value: { is: 'text' },
    meaning: {
      nl: 'Nummer in het API-register van developer.overheid.nl.',
      en: 'Id in the API register of developer.overheid.nl.',
    },
    example: 'aB3dE5fG7',
  }),
  annotation(ANNOTATION_OSS_REGISTER_ID, {
    on: SOFTWARE,
    value: { is: 'text' },
    meaning: {
      nl: 'Nummer in het OSS-register van developer.overheid.nl.',
      en: 'Id in the OSS register of developer.overheid.nl.',
    },
    example: '3f0c8f52-6d0e-4a57-9a56-0c1f2b3d4e5f',
  }),
  annotation(ANNOTATION_ALGORITHM_REGISTER_ID, {
    on: SOFTWARE,
    value: { is: 'text' },
    meaning: {
      nl: 'Nummer in het algoritmeregister (algoritmes.overheid.nl).',
      en: 'Id in the algorithm register (algoritmes.overheid.nl).',
    },
    example: '"12345678"',
  }),
  annotation(ANNOTATION_ADR_SCORE, {
    on: [{ kind: 'API' }],
    value: { is: 'score' },
    meaning: {
      nl: 'Score op de NL API Design Rules, 0 tot en met 100.',
      en: 'Score on the NL API Design Rules, 0 to 100.',
    },
    example: '"92"',
  }),
  annotation(ANNOTATION_PUBLICCODE_URL, {
    on: SOFTWARE,
    value: { is: 'url' },
    meaning: {
      nl: 'Waar de publiccode.yml van de software staat.',
      en: 'Where the publiccode.yml of the software is.',
    },
    example: 'https://git.voorbeeld.nl/balie/raw/main/publiccode.yml',
  }),
];

const CLASSIFICATION_FIELDS = [
  annotation(ANNOTATION_AVAILABILITY, {
    ...CLASSIFICATION,
    meaning: {
      nl: 'Beschikbaarheid: hoe erg het is als het niet werkt (BIO2).',
      en: 'Availability: how bad it is when it does not work (BIO2).',
    },
    example: 'medium',
  }),
  annotation(ANNOTATION_INTEGRITY, {
    ...CLASSIFICATION,
    meaning: {
      nl: 'Integriteit: hoe erg het is als de gegevens niet kloppen (BIO2).',
      en: 'Integrity: how bad it is when the data is wrong (BIO2).',
    },
    example: 'medium',
  }),
  annotation(ANNOTATION_CONFIDENTIALITY, {
    ...CLASSIFICATION,
    meaning: {
      nl: 'Vertrouwelijkheid: hoe erg het is als de gegevens uitlekken (BIO2).',
      en: 'Confidentiality: how bad it is when the data leaks (BIO2).',
    },
    example: 'low',
  }),
  annotation(ANNOTATION_PERSONAL_DATA, {
    on: SOFTWARE,
    recommendedOn: HANDLES_DATA,
    value: oneOf(PERSONAL_DATA_VALUES),
    meaning: {
      nl: 'Of er persoonsgegevens worden verwerkt.',
      en: 'Whether it processes personal data.',
    },
    example: 'present',
  }),
  annotation(ANNOTATION_PROCESSING_RECORD_URL, {
    on: SOFTWARE,
    value: { is: 'url' },
    meaning: {
      nl: 'De verwerking in het verwerkingsregister (artikel 30 AVG).',
      en: 'The entry in the record of processing activities (article 30 GDPR).',
    },
    example: 'https://verwerkingen.voorbeeld.nl/paspoorten',
  }),
  annotation(ANNOTATION_ACCESSIBILITY_STATEMENT, {
    on: SOFTWARE,
    recommendedOn: [{ kind: 'Component', types: ['website'] }],
    value: oneOf(ACCESSIBILITY_STATUSES),
    meaning: {
      nl: 'Status van de toegankelijkheidsverklaring: A voldoet volledig, E heeft geen verklaring.',
      en: 'Status of the accessibility statement: A complies fully, E has no statement.',
    },
    example: 'B',
  }),
  annotation(ANNOTATION_ACCESSIBILITY_STATEMENT_URL, {
    on: SOFTWARE,
    value: { is: 'url' },
    meaning: {
      nl: 'De toegankelijkheidsverklaring zelf.',
      en: 'The accessibility statement itself.',
    },
    example: 'https://www.voorbeeld.nl/toegankelijkheid',
  }),
  annotation(VISIBILITY_ANNOTATION, {
    on: [...SOFTWARE, { kind: 'Domain' }, { kind: 'Template' }],
    value: oneOf(ENTITY_VISIBILITIES),
    meaning: {
      nl: 'Wie het ziet: iedereen die is aangemeld, of het eigen team.',
      en: 'Who sees it: everyone who is signed in, or the own team.',
    },
    example: 'team',
  }),
];

const SOURCE_FIELDS = [
  annotation(ANNOTATION_SOURCE, {
    on: FROM_A_SOURCE,
    writtenBy: 'provider',
    value: { is: 'text' },
    meaning: {
      nl: 'Waar het vandaan komt: een register of een zoektocht.',
      en: 'Where it comes from: a register or a discovery.',
    },
    example: 'api-register',
  }),
  annotation(ANNOTATION_SOURCE_URL, {
    on: FROM_A_SOURCE,
    writtenBy: 'provider',
    value: { is: 'url' },
    meaning: {
      nl: 'De pagina ervan bij die bron.',
      en: 'Its page at that source.',
    },
    example: 'https://apis.developer.overheid.nl/apis/aB3dE5fG7',
  }),
  annotation(ANNOTATION_SOURCE_MODIFIED_AT, {
    on: FROM_A_SOURCE,
    writtenBy: 'provider',
    value: { is: 'instant' },
    meaning: {
      nl: 'Wanneer het bij die bron voor het laatst veranderde.',
      en: 'When it last changed at that source.',
    },
    example: '"2026-11-01T08:30:00Z"',
  }),
  annotation(ANNOTATION_ARCHIVED_AT, {
    on: FROM_A_SOURCE,
    writtenBy: 'provider',
    value: { is: 'instant' },
    meaning: {
      nl: 'Sinds wanneer het niet meer bij die bron staat.',
      en: 'Since when it is no longer at that source.',
    },
    example: '"2026-11-15T08:30:00Z"',
  }),
];

const TEMPLATE_FIELDS = [
  annotation(ANNOTATION_TITLE_EN, {
    on: [{ kind: 'Template' }],
    value: { is: 'text' },
    meaning: { nl: 'De titel in het Engels.', en: 'The title in English.' },
    example: 'REST service in TypeScript',
  }),
  annotation(ANNOTATION_DESCRIPTION_EN, {
    on: [{ kind: 'Template' }],
    value: { is: 'text' },
    meaning: {
      nl: 'De beschrijving in het Engels.',
      en: 'The description in English.',
    },
    example: 'A service with an API, tests and a pipeline.',
  }),
];

/**
 * The annotations of the portal.
 *
 * @public
 */
export const ANNOTATION_FIELDS: readonly EntityField[] = [
  ...ORGANISATION_FIELDS,
  ...PUBLICATION_FIELDS,
  ...CLASSIFICATION_FIELDS,
  ...SOURCE_FIELDS,
  ...TEMPLATE_FIELDS,
];
