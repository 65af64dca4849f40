import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Card, CardBody, Flex, Link, Text } from '@backstage/ui';
import type { EntityError } from '@nerds/plugin-entity-model-common';
import { catalogPagesTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { Moment } from '../SourceCard/Moment';
import styles from './EntityErrors.module.css';

function InCatalog(props: { entityRef: string; isInCatalog: boolean }) {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { entityRef, isInCatalog } = props;
  return isInCatalog ? (
    <EntityRefLink entityRef={entityRef} title={t('errors.older')} />
  ) : (
    <>{t('errors.notInCatalog')}</>
  );
}

/** One thing that does not come in: what is wrong, and where to repair it. @internal */
export function EntityErrorCard({ error }: { error: EntityError }) {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { entityRef, fileUrl, isInCatalog, owner, problems } = error;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  // A location stands for its file, and is called after that in a way that nobody reads.
  const isFile = kind === 'location';
  const fullName = namespace === 'default' ? name : `${namespace}/${name}`;
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3">
          <div>
            <h2 className={styles.title}>
              {isFile ? t('errors.file') : fullName}
            </h2>
            {!isFile && <Text color="secondary">{kind}</Text>}
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
          <div className={styles.place}>
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
                [
                  t('errors.owner'),
                  owner && <EntityRefLink entityRef={owner} />,
                ],
                [t('errors.seen'), <Moment iso={error.lastSeenAt} />],
                [
                  t('errors.inCatalog'),
                  isFile ? undefined : (
                    <InCatalog
                      entityRef={entityRef}
                      isInCatalog={isInCatalog}
                    />
                  ),
                ],
              ]}
            />
          </div>
        </Flex>
      </CardBody>
    </Card>
  );
}
