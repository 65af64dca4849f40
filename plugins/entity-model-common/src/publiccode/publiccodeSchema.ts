import { z } from 'zod';
import { isDate, isHttpUrl } from '../validation/formats';

/** Version of the standard that new files follow. @public */
export const PUBLICCODE_CURRENT_VERSION = '0.7';

/**
 * Versions that are accepted; `0` is what the standard gives a file that follows
 * whatever version of 0 is newest.
 *
 * @public
 */
export const PUBLICCODE_VERSIONS = [
  '0',
  '0.2',
  '0.2.0',
  '0.2.1',
  '0.2.2',
  '0.3',
  '0.3.0',
  '0.4',
  '0.4.0',
  '0.5',
  '0.5.0',
  '0.6',
  '0.6.0',
  '0.7',
  '0.7.0',
] as const;

/** How far software can be, as the standard has it. @public */
export const PUBLICCODE_DEVELOPMENT_STATUSES = [
  'concept',
  'development',
  'beta',
  'stable',
  'obsolete',
] as const;

/** Kinds of software of the standard. @public */
export const PUBLICCODE_SOFTWARE_TYPES = [
  'standalone/mobile',
  'standalone/iot',
  'standalone/desktop',
  'standalone/web',
  'standalone/backend',
  'standalone/other',
  'addon',
  'library',
  'configurationFiles',
] as const;

/** Who maintains software, as the standard has it. @public */
export const PUBLICCODE_MAINTENANCE_TYPES = [
  'internal',
  'contract',
  'community',
  'none',
] as const;

/** Code of one of our problems and what its sentence fills in. */
interface Finding {
  code: string;
  example?: string;
  limit?: number;
}

// Read back by validatePubliccode; zod keeps them with the issue.
const finding = (params: Finding) => ({ params });

const text = z.string().min(1);
const texts = z.array(text).min(1);

const url = z
  .string()
  .refine(
    isHttpUrl,
    finding({ code: 'not-a-url', example: 'https://git.voorbeeld.nl/balie' }),
  );

// The address of the code is what a git client takes.
const repositoryUrl = z.string().refine(
  value => isHttpUrl(value) || /^(git|ssh|svn)(\+\w+)?:\/\/\S+$/.test(value),
  finding({
    code: 'not-a-url',
    example: 'https://git.voorbeeld.nl/balie.git',
  }),
);

const date = z
  .string()
  .refine(isDate, finding({ code: 'not-a-date', example: '2026-11-23' }));

const email = z
  .string()
  .refine(
    value => /^[^\s@]+@[^\s@]+$/.test(value),
    finding({ code: 'not-an-email', example: 'team@voorbeeld.nl' }),
  );

// IETF BCP 47, as far as a file needs it: nl, en-GB, zh-Hant
const language = z
  .string()
  .refine(
    value => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
    finding({ code: 'unknown-value' }),
  );

const country = z
  .string()
  .refine(
    value => /^[A-Za-z]{2}$/.test(value),
    finding({ code: 'unknown-value' }),
  );

const description = z.looseObject({
  localisedName: text.optional(),
  genericName: z.string().max(35).optional(),
  shortDescription: text.max(150),
  longDescription: z.string().min(150).max(10_000),
  documentation: url.optional(),
  apiDocumentation: url.optional(),
  features: texts.optional(),
  screenshots: z.array(text).optional(),
  videos: z.array(url).optional(),
  awards: z.array(text).optional(),
});

const organisation = z.looseObject({
  name: text,
  // urn: is as good as an address here
  uri: z
    .string()
    .refine(
      value => isHttpUrl(value) || /^urn:[\w-]+:\S+$/.test(value),
      finding({
        code: 'not-a-url',
        example: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
      }),
    )
    .optional(),
});

const contact = z.looseObject({
  name: text,
  email: email.optional(),
  affiliation: text.optional(),
  phone: text.optional(),
});

const contractor = z.looseObject({
  name: text,
  until: date,
  email: email.optional(),
  website: url.optional(),
});

const dependency = z.looseObject({
  name: text,
  version: text.optional(),
  versionMin: text.optional(),
  versionMax: text.optional(),
  optional: z.boolean().optional(),
});

/**
 * A publiccode.yml, as it was read from YAML.
 *
 * @remarks Follows https://yml.publiccode.tools (version 0.7, checked 2026-11).
 * What a file may leave out differs between versions: this takes what any
 * version from 0.2 takes. Country sections such as `IT` are left alone.
 *
 * @public
 */
export const publiccodeSchema = z.looseObject({
  publiccodeYmlVersion: z.enum(PUBLICCODE_VERSIONS),
  name: text,
  applicationSuite: text.optional(),
  url: repositoryUrl,
  landingURL: url.optional(),
  isBasedOn: z.union([text, texts]).optional(),
  softwareVersion: text.optional(),
  releaseDate: date.optional(),
  logo: text.optional(),
  organisation: organisation.optional(),
  platforms: texts,
  categories: texts.optional(),
  usedBy: z.array(text).optional(),
  fundedBy: z.array(organisation).optional(),
  roadmap: url.optional(),
  developmentStatus: z.enum(PUBLICCODE_DEVELOPMENT_STATUSES),
  softwareType: z.enum(PUBLICCODE_SOFTWARE_TYPES),
  intendedAudience: z
    .looseObject({
      scope: z.array(text).optional(),
      countries: z.array(country).optional(),
      unsupportedCountries: z.array(country).optional(),
    })
    .optional(),
  description: z.record(language, description),
  legal: z.looseObject({
    license: text,
    mainCopyrightOwner: text.optional(),
  }),
  maintenance: z.looseObject({
    type: z.enum(PUBLICCODE_MAINTENANCE_TYPES),
    contractors: z.array(contractor).min(1).optional(),
    contacts: z.array(contact).min(1).optional(),
  }),
  localisation: z.looseObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(language).min(1),
  }),
  dependsOn: z
    .looseObject({
      open: z.array(dependency).optional(),
      proprietary: z.array(dependency).optional(),
      hardware: z.array(dependency).optional(),
    })
    .optional(),
});

/** A publiccode.yml that is valid. @public */
export type Publiccode = z.infer<typeof publiccodeSchema>;
