import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import {
  ACCESSIBILITY_STATUSES,
  ANNOTATION_ACCESSIBILITY_STATEMENT,
  ANNOTATION_ACCESSIBILITY_STATEMENT_URL,
  ANNOTATION_ADR_SCORE,
  ANNOTATION_ALGORITHM_REGISTER_ID,
  ANNOTATION_API_REGISTER_ID,
  ANNOTATION_AVAILABILITY,
  ANNOTATION_CONFIDENTIALITY,
  ANNOTATION_INTEGRITY,
  ANNOTATION_OSS_REGISTER_ID,
  ANNOTATION_PERSONAL_DATA,
  ANNOTATION_PROCESSING_RECORD_URL,
  ANNOTATION_PUBLICCODE_URL,
  CLASSIFICATION_LEVELS,
  PERSONAL_DATA_VALUES,
} from '@nerds/plugin-entity-model-common';
import type { ReactNode } from 'react';
import { useOrganisationTree } from '../../hooks/useOrganisationTree';
import { catalogPagesTranslationRef } from '../../translation';
import { Facts } from '../Facts';

type Translate = ReturnType<
  typeof useTranslationRef<(typeof catalogPagesTranslationRef)['T']>
>['t'];

/** A value with a link beside it; either may be missing. */
function withLink(
  value: string | undefined,
  link: { url?: string; text: string },
): ReactNode {
  if (!link.url) return value;
  const anchor = (
    <Link href={link.url} target="_blank">
      {link.text}
    </Link>
  );
  return value ? (
    <>
      {value}
      <br />
      {anchor}
    </>
  ) : (
    anchor
  );
}

function toFacts(
  entity: Entity,
  t: Translate,
): [label: string, value: ReactNode][] {
  const read = (name: string) => entity.metadata.annotations?.[name];
  const level = (name: string) => {
    const known = CLASSIFICATION_LEVELS.find(value => value === read(name));
    return known && t(`government.level.${known}`);
  };
  const personalData = PERSONAL_DATA_VALUES.find(
    value => value === read(ANNOTATION_PERSONAL_DATA),
  );
  const status = ACCESSIBILITY_STATUSES.find(
    value => value === read(ANNOTATION_ACCESSIBILITY_STATEMENT),
  );
  const score = read(ANNOTATION_ADR_SCORE);
  return [
    [t('government.availability'), level(ANNOTATION_AVAILABILITY)],
    [t('government.integrity'), level(ANNOTATION_INTEGRITY)],
    [t('government.confidentiality'), level(ANNOTATION_CONFIDENTIALITY)],
    [
      t('government.personalData'),
      withLink(personalData && t(`government.personalData.${personalData}`), {
        url: read(ANNOTATION_PROCESSING_RECORD_URL),
        text: t('government.processingRecord'),
      }),
    ],
    [
      t('government.accessibility'),
      withLink(status && t(`government.accessibility.${status}`), {
        url: read(ANNOTATION_ACCESSIBILITY_STATEMENT_URL),
        text: t('government.accessibilityStatement'),
      }),
    ],
    [
      t('government.publiccode'),
      withLink(undefined, {
        url: read(ANNOTATION_PUBLICCODE_URL),
        text: t('government.publiccodeFile'),
      }),
    ],
    [t('government.register.api'), read(ANNOTATION_API_REGISTER_ID)],
    [t('government.register.oss'), read(ANNOTATION_OSS_REGISTER_ID)],
    [
      t('government.register.algorithm'),
      read(ANNOTATION_ALGORITHM_REGISTER_ID),
    ],
    [
      t('government.adrScore'),
      score && t('government.adrScoreValue', { score }),
    ],
  ];
}

/**
 * What the government wants to know of everything: whose it is, how it is
 * classified, whether it handles personal data, where it is published.
 *
 * @internal
 */
export function GovernmentCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { value: tree, error, isLoading } = useOrganisationTree();
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  const organisation = owner && tree?.organisationOf(owner.targetRef);
  const facts: [string, ReactNode][] = [
    [
      t('government.organisation'),
      organisation && <EntityRefLink entityRef={organisation} />,
    ],
    ...toFacts(entity, t),
  ];
  const isEmpty = !isLoading && !error && facts.every(([, value]) => !value);
  return (
    <EntityInfoCard title={t('government.title')}>
      <Facts facts={facts} />
      {error && <Text as="p">{t('government.failed')}</Text>}
      {isEmpty && <Text as="p">{t('government.empty')}</Text>}
    </EntityInfoCard>
  );
}
