import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from './useLanguage';

/** What {@link useResource} knows. @public */
export interface Resource<T> {
  /** The newest answer; stays while a later call fails. */
  value?: T;
  /** Why the newest call failed; gone after the next that succeeds. */
  error?: Error;
  /** `true` until the first answer or failure. */
  isLoading: boolean;
  /** Loads again, for example after the person changed something. */
  refresh: () => void;
  /** Takes what a call that changed it answered. */
  setValue: (value: T) => void;
}

/**
 * Loads something, and again when the tab is shown again: a colleague may have
 * changed it in the meantime. Also again in another language, for the answers
 * have sentences.
 *
 * @remarks
 * A call that is overtaken (other `load`, page left, changed by the person) is
 * aborted and its answer ignored. A hidden tab asks nothing.
 *
 * @param load - must keep its identity between renders (`useCallback`); another one loads at once
 * @param toRepeatMs - wait before loading again, given the newest answer;
 *   undefined when there is nothing to wait for
 * @public
 */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  toRepeatMs?: (value: T) => number | undefined,
): Resource<T> {
  const language = useLanguage();
  const [state, setState] = useState<
    Pick<Resource<T>, 'value' | 'error' | 'isLoading'>
  >({ isLoading: true });
  const [round, setRound] = useState(0);
  const running = useRef<AbortController>();
  const refresh = useCallback(() => setRound(current => current + 1), []);
  const newest = useRef<T>();
  const toRepeatMsRef = useRef(toRepeatMs);
  toRepeatMsRef.current = toRepeatMs;

  useEffect(() => {
    const controller = new AbortController();
    running.current = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const repeatLater = () => {
      if (document.hidden || newest.current === undefined) return;
      const ms = toRepeatMsRef.current?.(newest.current);
      if (ms !== undefined) timer = setTimeout(refresh, ms);
    };
    load(controller.signal).then(
      value => {
        if (controller.signal.aborted) return;
        newest.current = value;
        setState({ value, isLoading: false });
        repeatLater();
      },
      caught => {
        if (controller.signal.aborted) return;
        const error =
          caught instanceof Error ? caught : new Error(String(caught));
        setState(({ value }) => ({ value, error, isLoading: false }));
        repeatLater();
      },
    );
    const onVisibilityChange = () => {
      clearTimeout(timer);
      if (!document.hidden) refresh();
    };
    document.addEventListener('visibilitychange', onVisibilityChange);
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibilityChange);
    };
  }, [load, language, round, refresh]);

  const setValue = useCallback((value: T) => {
    running.current?.abort();
    setState({ value, isLoading: false });
  }, []);
  return { ...state, refresh, setValue };
}
