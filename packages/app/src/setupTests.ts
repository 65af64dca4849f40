import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// a machine that does other things too must not fail a test: waiting longer costs nothing when the answer comes
configure({ asyncUtilTimeout: 20_000 });

// jsdom has no media queries: every test sees a wide screen in the light theme.
window.matchMedia = query => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
});
