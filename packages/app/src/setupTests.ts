import '@testing-library/jest-dom';

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
