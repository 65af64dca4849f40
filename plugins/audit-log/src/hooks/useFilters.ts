import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  parseFilters,
  toSearchParams,
  type EventFilters,
} from '../domain/filters';

/**
 * The filters in the address, so that they survive a reload and can be sent to a
 * colleague. Every change is a step back in the browser.
 *
 * @returns the filters, and what replaces them
 * @internal
 */
export function useFilters(): [EventFilters, (filters: EventFilters) => void] {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(() => parseFilters(parameters), [parameters]);
  return [filters, next => setParameters(toSearchParams(next))];
}
