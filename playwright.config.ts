import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Where distributions put Chromium; the tests never download a browser. */
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const SECRETS_SEARCH = '**/secrets.test.ts';

/** The journeys in a real browser over the whole stack; `./nerds test --only e2e` starts the stack first. */
export default defineConfig({
  testDir: 'e2e-tests',
  testMatch: '**/*.test.ts',
  outputDir: 'e2e-tests/results',
  // one portal and one team quota for all journeys: side by side they would take each other's places
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'portal', testIgnore: SECRETS_SEARCH },
    // after everything else: it searches what the whole run left behind
    { name: 'secrets', testMatch: SECRETS_SEARCH, dependencies: ['portal'] },
  ],
  use: {
    baseURL: process.env.PORTAL_BASE_URL ?? 'http://localhost:7007',
    locale: 'nl-NL',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath:
        process.env.CHROMIUM_PATH ?? SYSTEM_BROWSERS.find(existsSync),
      args: [
        // Chromium refuses its sandbox to root, which is who runs in a container
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
