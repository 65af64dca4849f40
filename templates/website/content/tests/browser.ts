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
  // Chromium refuses its sandbox to root, which is who runs in a container
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
