import { useApi } from '@backstage/frontend-plugin-api';
import { useCall } from '@nerds/page-parts';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import { useCallback, useEffect, useState } from 'react';
import { auditLogApiRef, type AuditEventQuery } from '../api';
import { toQuery, type EventFilters } from '../domain/filters';

/** What {@link useAuditEvents} knows. @internal */
export interface AuditEvents {
  /** Absent until the first answer; stays while a later call fails. */
  events?: AuditEvent[];
  isLoading: boolean;
  /** Why the newest load failed. */
  error?: Error;
  /** Whether there are older events than those that are shown. */
  hasOlder: boolean;
  loadOlder: () => void;
  isLoadingOlder: boolean;
  /** Why loading older events failed; what is shown stays. */
  olderError?: Error;
  /** Loads the newest again. */
  refresh: () => void;
}

interface Loaded {
  /** What the events are an answer to: older ones are asked for with the same. */
  query: AuditEventQuery;
  events: AuditEvent[];
  nextCursor?: string;
}

interface State {
  filters: EventFilters;
  loaded?: Loaded;
  error?: Error;
  isLoading: boolean;
}

/**
 * Loads the newest events of the filters, and older ones when asked.
 *
 * @remarks
 * Not kept up to date by itself: a list that moves while an auditor reads it is
 * worse than one that is a minute old.
 *
 * @param filters - must keep its identity while nothing changes
 * @internal
 */
export function useAuditEvents(filters: EventFilters): AuditEvents {
  const api = useApi(auditLogApiRef);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State>({ filters, isLoading: true });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const query = toQuery(filters, new Date());
    setState(current => ({
      filters,
      isLoading: true,
      // answers to other filters would be taken for answers to these
      loaded: current.filters === filters ? current.loaded : undefined,
    }));
    api.listEvents(query, undefined, { signal }).then(
      ({ items, nextCursor }) => {
        if (signal.aborted) return;
        const loaded = { query, events: items, nextCursor };
        setState({ filters, loaded, isLoading: false });
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setState(current => ({
          ...current,
          error: error instanceof Error ? error : new Error(String(error)),
          isLoading: false,
        }));
      },
    );
    return () => controller.abort();
  }, [api, filters, round]);

  const { loaded } = state;
  const older = useCall(async () => {
    if (!loaded?.nextCursor) return;
    const page = await api.listEvents(loaded.query, loaded.nextCursor);
    setState(current =>
      // meanwhile refreshed or filtered: these belong to another list
      current.loaded === loaded
        ? {
            ...current,
            loaded: {
              query: loaded.query,
              events: [...loaded.events, ...page.items],
              nextCursor: page.nextCursor,
            },
          }
        : current,
    );
  });

  return {
    events: loaded?.events,
    isLoading: state.isLoading,
    error: state.error,
    hasOlder: loaded?.nextCursor !== undefined,
    loadOlder: () => void older.run(),
    isLoadingOlder: older.isRunning,
    olderError: older.error,
    refresh: useCallback(() => setRound(current => current + 1), []),
  };
}
