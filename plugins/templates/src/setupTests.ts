import { installViewport } from '@nerds/page-parts/viewport';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

installViewport();

// a list that loads more as one scrolls; here nothing scrolls
window.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;

// a machine that does other things too must not fail a test: waiting longer costs nothing when the answer comes
configure({ asyncUtilTimeout: 20_000 });
