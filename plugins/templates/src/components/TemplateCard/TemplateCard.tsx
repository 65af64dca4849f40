import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityRefLink,
  entityRouteParams,
  entityRouteRef,
  FavoriteEntity,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { TemplateCardComponentProps } from '@backstage/plugin-scaffolder-react/alpha';
import {
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import { findEnglishTexts } from '../../domain/findEnglishTexts';
import { templatesTranslationRef } from '../../translation';
import { toKindText } from './toKindText';
import styles from './TemplateCard.module.css';

/**
 * A template to choose from, in the person's language.
 *
 * @internal
 */
export function TemplateCard(props: TemplateCardComponentProps) {
  const { template, additionalLinks = [], onSelected } = props;
  const { t } = useTranslationRef(templatesTranslationRef);
  const language = useLanguage();
  const toEntity = useRouteRef(entityRouteRef);
  const { allowed } = usePermission({ permission: taskCreatePermission });
  const { metadata, spec } = template;
  const english = language === 'en' ? findEnglishTexts(metadata) : {};
  const title = english.title ?? metadata.title ?? metadata.name;
  const description = english.description ?? metadata.description;
  const owners = getEntityRelations(template, RELATION_OWNED_BY);
  // the only link that Backstage itself adds is the one to the documentation
  const docs = additionalLinks[0]?.url;
  return (
    <Card className={styles.card}>
      <CardHeader>
        <div className={styles.top}>
          <Text as="span" variant="body-small" color="secondary">
            {toKindText(t, spec.type)}
          </Text>
          <FavoriteEntity entity={template} />
        </div>
        <Text as="h3" variant="title-x-small">
          {title}
        </Text>
      </CardHeader>
      <CardBody>
        <Text as="p">{description ?? t('card.noDescription')}</Text>
        {metadata.tags && metadata.tags.length > 0 && (
          <ul className={styles.tags}>
            {metadata.tags.map(tag => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        <ul className={styles.links}>
          {docs && (
            <li>
              <Link href={docs} aria-label={t('card.docsOf', { title })}>
                {t('card.docs')}
              </Link>
            </li>
          )}
          {toEntity && (
            <li>
              <Link
                href={toEntity(entityRouteParams(template))}
                aria-label={t('card.detailsOf', { title })}
              >
                {t('card.details')}
              </Link>
            </li>
          )}
        </ul>
      </CardBody>
      <CardFooter>
        <div className={styles.bottom}>
          <span>
            {owners.map(owner => (
              <EntityRefLink
                key={`${owner.namespace}/${owner.name}`}
                entityRef={owner}
                defaultKind="group"
                hideIcon
              />
            ))}
          </span>
          {allowed && (
            <Button
              variant="primary"
              aria-label={t('card.chooseTemplate', { title })}
              onPress={() => onSelected?.()}
            >
              {t('card.choose')}
            </Button>
          )}
        </div>
      </CardFooter>
    </Card>
  );
}
