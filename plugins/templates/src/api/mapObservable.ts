import type { Observable, Observer, Subscription } from '@backstage/types';

/** Every value of a stream, as something else. */
class MappedObservable<TFrom, TTo> implements Observable<TTo> {
  readonly #source: Observable<TFrom>;
  readonly #map: (value: TFrom) => TTo;

  constructor(source: Observable<TFrom>, map: (value: TFrom) => TTo) {
    this.#source = source;
    this.#map = map;
  }

  [Symbol.observable](): Observable<TTo> {
    return this;
  }

  subscribe(
    observerOrNext?: Observer<TTo> | ((value: TTo) => void),
    onError?: (error: Error) => void,
    onComplete?: () => void,
  ): Subscription {
    const observer =
      typeof observerOrNext === 'object'
        ? observerOrNext
        : { next: observerOrNext, error: onError, complete: onComplete };
    return this.#source.subscribe({
      next: value => observer.next?.(this.#map(value)),
      error: error => observer.error?.(error),
      complete: () => observer.complete?.(),
    });
  }
}

/**
 * Makes something else of every value of a stream; its errors and its end stay.
 *
 * @internal
 */
export function mapObservable<TFrom, TTo>(
  source: Observable<TFrom>,
  map: (value: TFrom) => TTo,
): Observable<TTo> {
  return new MappedObservable(source, map);
}
