import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const executablePath = PLACES.find((place) => place && existsSync(place));

/** Why the tests in a browser cannot run; nothing when they can. */
export const whyNoBrowser =
  executablePath || process.env.CI_BROWSER === 'required'
    ? undefined
    : 'no Chromium found; set CHROMIUM_PATH';

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
