import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { installViewport } from '@nerds/page-parts/viewport';

installViewport();

// a machine that does other things too must not fail a test: waiting longer costs nothing when the answer comes
configure({ asyncUtilTimeout: 20_000 });
