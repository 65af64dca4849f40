import { act } from '@testing-library/react';

const DESKTOP_WIDTH = 1280;
type Listener = (event: { matches: boolean; media: string }) => void;

const listeners = new Map<Listener, string>();
let width = DESKTOP_WIDTH;

function isMatch(query: string): boolean {
  const minimum = /min-width:\s*(\d+)px/.exec(query);
  return minimum !== null && width >= Number(minimum[1]);
}

/** Gives jsdom the media queries on `min-width` that the design system asks. */
export function installViewport() {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: (query: string) => ({
      get matches() {
        return isMatch(query);
      },
      media: query,
      addEventListener: (_: string, listener: Listener) =>
        listeners.set(listener, query),
      removeEventListener: (_: string, listener: Listener) =>
        listeners.delete(listener),
      addListener: () => {},
      removeListener: () => {},
    }),
  });
}

/** Makes the window this wide and tells everybody who listens. */
export function setViewportWidth(newWidth: number = DESKTOP_WIDTH) {
  width = newWidth;
  act(() =>
    listeners.forEach((media, listener) =>
      listener({ matches: isMatch(media), media }),
    ),
  );
}
