import { useState } from 'react';

/** A call that the person starts with a button. @public */
export interface Call<TArguments extends unknown[]> {
  run: (...args: TArguments) => Promise<void>;
  isRunning: boolean;
  /** Why the last run failed; gone when the next starts. */
  error?: Error;
}

/**
 * Runs a call that changes something, once at a time, and keeps its error to
 * be shown beside the button. `run` itself never rejects.
 * @public
 */
export function useCall<TArguments extends unknown[]>(
  call: (...args: TArguments) => Promise<void>,
): Call<TArguments> {
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<Error>();
  const run = async (...args: TArguments) => {
    if (isRunning) return;
    setIsRunning(true);
    setError(undefined);
    try {
      await call(...args);
    } catch (caught) {
      setError(caught instanceof Error ? caught : new Error(String(caught)));
    } finally {
      setIsRunning(false);
    }
  };
  return { run, isRunning, error };
}
