import { useCallback, useEffect, useRef, useState } from 'react';

/** What {@link usePolledResource} knows. @internal */
export interface PolledResource<T> {
  /** The newest answer; stays while a later call fails. */
  value?: T;
  /** Why the newest call failed; gone after the next that succeeds. */
  error?: Error;
  /** `true` until the first answer or failure. */
  isLoading: boolean;
  /** Loads now, for example after the person changed something. */
  refresh: () => void;
}

/**
 * Loads something, and again and again for as long as the page is looked at.
 *
 * @remarks
 * One call at a time: the wait starts when an answer is there, so a slow portal
 * is not asked faster than it answers. A hidden tab asks nothing; when it is
 * shown again it loads at once. A call that is overtaken (other `load`, page
 * left) is aborted and its answer ignored.
 *
 * @param load - must keep its identity between renders (`useCallback`); another one loads at once
 * @param toIntervalMs - wait before the next call, given the newest answer
 * @internal
 */
export function usePolledResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  toIntervalMs: (value: T | undefined) => number,
): PolledResource<T> {
  const [state, setState] = useState<Omit<PolledResource<T>, 'refresh'>>({
    isLoading: true,
  });
  const [round, setRound] = useState(0);
  const toIntervalMsRef = useRef(toIntervalMs);
  toIntervalMsRef.current = toIntervalMs;
  const refresh = useCallback(() => setRound(current => current + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isRunning = false;

    async function run() {
      if (isRunning) return;
      isRunning = true;
      clearTimeout(timer);
      try {
        const value = await load(controller.signal);
        if (controller.signal.aborted) return;
        setState({ value, isLoading: false });
        schedule(value);
      } catch (error) {
        if (controller.signal.aborted) return;
        setState(current => ({
          value: current.value,
          error: error instanceof Error ? error : new Error(String(error)),
          isLoading: false,
        }));
        schedule(undefined);
      } finally {
        isRunning = false;
      }
    }
    function schedule(value: T | undefined) {
      if (controller.signal.aborted || document.hidden) return;
      timer = setTimeout(() => void run(), toIntervalMsRef.current(value));
    }
    const onVisibilityChange = () => {
      clearTimeout(timer);
      if (!document.hidden) void run();
    };

    void run();
    document.addEventListener('visibilitychange', onVisibilityChange);
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibilityChange);
    };
  }, [load, round]);

  return { ...state, refresh };
}
