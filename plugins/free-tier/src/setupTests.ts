import '@testing-library/jest-dom';
import { installViewport } from './__testUtils__/viewport';

installViewport();
