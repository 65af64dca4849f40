import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Card, CardBody, Flex, Link, Text } from '@backstage/ui';
import type { EntityError } from '@nerds/plugin-entity-model-common';
import { catalogPagesTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { Moment } from '../SourceCard/Moment';
import styles from './EntityErrors.module.css';

/** A location is called after its file, in a way that nobody reads. */
function toName(entityRef: string, file: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  if (kind === 'location') return file;
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

/** One thing that does not come in: what is wrong, and where to repair it. @internal */
export function EntityErrorCard({ error }: { error: EntityError }) {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { entityRef, fileUrl, isInCatalog, owner, problems } = error;
  const { kind } = parseEntityRef(entityRef);
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3">
          <div>
            <h2 className={styles.title}>
              {toName(entityRef, t('errors.file'))}
            </h2>
            <Text color="secondary">{kind}</Text>
          </div>
          <ul className={styles.problems}>
            {problems.map(({ line, detail }, index) => (
              <li key={index}>
                {line !== undefined && (
                  <strong>{t('check.line', { line: `${line}` })}: </strong>
                )}
                {detail}
              </li>
            ))}
          </ul>
          <Facts
            facts={[
              [
                t('errors.repair'),
                fileUrl && (
                  <Link href={fileUrl} target="_blank" rel="noreferrer">
                    {fileUrl}
                  </Link>
                ),
              ],
              [t('errors.owner'), owner && <EntityRefLink entityRef={owner} />],
              [t('errors.seen'), <Moment iso={error.lastSeenAt} />],
              [
                t('errors.inCatalog'),
                isInCatalog ? (
                  <EntityRefLink
                    entityRef={entityRef}
                    title={t('errors.older')}
                  />
                ) : (
                  t('errors.notInCatalog')
                ),
              ],
            ]}
          />
        </Flex>
      </CardBody>
    </Card>
  );
}
