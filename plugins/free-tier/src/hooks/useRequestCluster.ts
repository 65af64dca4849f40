import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { freeTierClusterCreatePermission } from '@nerds/plugin-free-tier-common';
import { useCallback } from 'react';
import { freeTierApiRef } from '../api';
import { templateRouteRef } from '../routes';
import { freeTierTranslationRef } from '../translation';
import { usePolledResource } from './usePolledResource';

/** Teams change when somebody is moved, not while one looks on. */
const TEAMS_INTERVAL_MS = 5 * 60 * 1000;

/** Where a cluster is asked for, or why this person cannot. @public */
export interface RequestCluster {
  /** Absent while it is not known yet and when the person cannot ask. */
  href?: string;
  /** Sentence that says why not; absent while it is not known yet. */
  reason?: string;
}

/**
 * Decides whether the signed-in person can ask for a cluster. The API decides
 * for real; this spares the person a form that would be refused.
 * @public
 */
export function useRequestCluster(): RequestCluster {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const toTemplate = useRouteRef(templateRouteRef);
  const permission = usePermission({
    permission: freeTierClusterCreatePermission,
  });
  const teams = usePolledResource(
    useCallback(signal => api.listTeams({ signal }), [api]),
    () => TEAMS_INTERVAL_MS,
  );

  if (!toTemplate) return { reason: t('request.noTemplate') };
  if (permission.loading || teams.isLoading) return {};
  if (!permission.allowed) return { reason: t('request.notAllowed') };
  if (teams.value?.length === 0) return { reason: t('request.noTeam') };
  // When the teams could not be read the form is still offered: it checks again.
  return {
    href: toTemplate({
      namespace: 'default',
      templateName: 'free-tier-cluster',
    }),
  };
}
