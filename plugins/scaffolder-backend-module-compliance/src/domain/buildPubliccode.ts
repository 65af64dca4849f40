import { stringify } from 'yaml';
import type { ProjectDetails, ProjectKind } from './ProjectDetails';
import { shorten, toOneLine } from './texts';

/** Version of the standard, https://yml.publiccode.tools, checked 2026-11. */
const PUBLICCODE_VERSION = '0.7';

const SHORT_DESCRIPTION_MAX = 150;

const SOFTWARE: Record<
  ProjectKind,
  { type: string; platforms: string[]; sentence: string; features: string[] }
> = {
  service: {
    type: 'standalone/backend',
    platforms: ['web', 'linux'],
    sentence:
      'Dit is een dienst met een REST API volgens de NL API Design Rules',
    features: ['REST API met OpenAPI-beschrijving', 'Statistieken en logboek'],
  },
  website: {
    type: 'standalone/web',
    platforms: ['web'],
    sentence: 'Dit is een website die voor iedereen toegankelijk is',
    features: ['Toegankelijk volgens WCAG 2.2 AA'],
  },
  library: {
    type: 'library',
    platforms: ['linux', 'mac', 'windows'],
    sentence: 'Dit is een bibliotheek die andere teams in hun code gebruiken',
    features: ['Herbruikbare bouwsteen met tests'],
  },
  'ml-model': {
    type: 'standalone/other',
    platforms: ['linux'],
    sentence: 'Dit is een model dat met machine learning getraind wordt',
    features: ['Herhaalbaar trainen', 'Gegevens voor het Algoritmeregister'],
  },
  documentation: {
    type: 'standalone/web',
    platforms: ['web'],
    sentence: 'Dit is documentatie die als website gepubliceerd wordt',
    features: ['Documentatie in Markdown'],
  },
  dataset: {
    type: 'standalone/other',
    platforms: ['web'],
    sentence: 'Dit is een dataset met beschrijving volgens DCAT-AP-NL',
    features: ['Beschrijving volgens DCAT-AP-NL'],
  },
};

/** Together with the first sentence more than the 150 characters the standard wants. */
const HOW_IT_IS_MADE =
  'De code staat met tests, documentatie en pipeline in één repository. Iedereen mag haar bekijken, hergebruiken en verbeteren onder de voorwaarden van de EUPL 1.2. De organisatie die haar maakt, onderhoudt haar zelf.';

/**
 * publiccode.yml: what tools and people read to find software of the government.
 *
 * @internal
 */
export function buildPubliccode(project: ProjectDetails): string {
  const { type, platforms, sentence, features } = SOFTWARE[project.kind];
  const title = toOneLine(project.title);
  const description = toOneLine(project.description);
  return stringify({
    publiccodeYmlVersion: PUBLICCODE_VERSION,
    name: title,
    url: project.repositoryUrl,
    platforms,
    developmentStatus: 'development',
    softwareType: type,
    ...(project.organisation && { organisation: project.organisation }),
    description: {
      nl: {
        localisedName: title,
        shortDescription: shorten(description, SHORT_DESCRIPTION_MAX),
        longDescription: `${description}\n\n${sentence}. ${HOW_IT_IS_MADE}\n`,
        features,
      },
    },
    legal: { license: 'EUPL-1.2' },
    maintenance: {
      type: 'internal',
      contacts: [{ name: `Team ${project.team}` }],
    },
    localisation: { localisationReady: false, availableLanguages: ['nl'] },
  });
}
