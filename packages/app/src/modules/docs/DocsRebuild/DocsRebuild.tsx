import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogEntityRefreshPermission } from '@backstage/plugin-catalog-common/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  useShadowRootElements,
  useTechDocsReaderPage,
} from '@backstage/plugin-techdocs-react';
import { Button, Text } from '@backstage/ui';
import { ProblemAlert, useCall, useResource } from '@nerds/page-parts';
import { useCallback, useEffect, useState } from 'react';
import { appTranslationRef } from '../../../translation';
import { docsBuildsApiRef, type DocsBuild } from '../DocsBuildsApi';
import styles from './DocsRebuild.module.css';

/** A small site takes a few seconds. */
const REPEAT_MS = 1_500;

const PAGE = ['article'];

/** The newest that is known of a build that was asked for. */
function useBuild(requested: DocsBuild | undefined) {
  const api = useApi(docsBuildsApiRef);
  const id = requested?.id;
  const load = useCallback(
    async (signal: AbortSignal) => (id ? api.getBuild(id, { signal }) : null),
    [api, id],
  );
  const { value, error } = useResource(load, build =>
    build?.state === 'running' ? REPEAT_MS : undefined,
  );
  // of the build before, until there is an answer about this one
  return { build: value?.id === id ? value : requested, error };
}

function BuildLog({ log }: { log: string }) {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <details>
      <summary>{t('docs.rebuild.log')}</summary>
      {/* the keyboard has to be able to scroll it */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.log} tabIndex={0}>
        {log}
      </pre>
    </details>
  );
}

function Rebuild(props: { entityRef: string; showPages: () => void }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { entityRef, showPages } = props;
  const api = useApi(docsBuildsApiRef);
  const [requested, setRequested] = useState<DocsBuild>();
  const { build, error } = useBuild(requested);
  const call = useCall(async () => {
    setRequested(await api.requestBuild(entityRef));
  });
  const hasPages = useShadowRootElements(PAGE).length > 0;
  const state = build?.state;
  useEffect(() => {
    // there is only the failure of before, which is not true any more
    if (state === 'succeeded' && !hasPages) showPages();
  }, [hasPages, showPages, state]);
  const failure = call.error ?? (state === 'running' ? error : undefined);
  return (
    <>
      <Button
        className={styles.button}
        size="small"
        variant="secondary"
        isDisabled={call.isRunning || state === 'running'}
        onPress={() => void call.run()}
      >
        {t('docs.rebuild.button')}
      </Button>
      <div className={styles.outcome}>
        <div role="status">
          {build && (
            <Text as="p">
              {t(`docs.rebuild.${build.state}`, {
                reason: build.reason ?? '',
              })}
            </Text>
          )}
        </div>
        {state === 'succeeded' && (
          <Button size="small" onPress={showPages}>
            {t('docs.rebuild.show')}
          </Button>
        )}
        {build?.log && <BuildLog log={build.log} />}
        {failure && <ProblemAlert error={failure} />}
      </div>
    </>
  );
}

const reload = () => window.location.reload();

/**
 * Has the documentation built again, for who may: a build that failed is
 * remembered until the source changes, and what was wrong may be elsewhere.
 *
 * @remarks
 * TechDocs looks once per visit whether there is something newer, so new pages
 * are shown by a visit of their own.
 *
 * @internal
 */
export function DocsRebuild({ showPages = reload }) {
  const entityRef = stringifyEntityRef(useTechDocsReaderPage().entityRef);
  const builder = useApi(configApiRef).getOptionalString('techdocs.builder');
  const { allowed } = usePermission({
    permission: catalogEntityRefreshPermission,
    resourceRef: entityRef,
  });
  const isBuiltHere = builder === undefined || builder === 'local';
  if (!allowed || !isBuiltHere) return null;
  return (
    <Rebuild key={entityRef} entityRef={entityRef} showPages={showPages} />
  );
}
