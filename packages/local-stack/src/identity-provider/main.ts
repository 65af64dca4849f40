/**
 * The identity provider's own process: https for programs, http for people's
 * browsers, both on loopback.
 */
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { LOOPBACK } from '../network/ports.ts';
import { AccountDirectory } from './AccountDirectory.ts';
import { createProvider } from './createProvider.ts';
import { createRequestHandler } from './createRequestHandler.ts';
import {
  SETTINGS_VARIABLE,
  type IdentityProviderSettings,
} from './settings.ts';

const settingsFile = process.env[SETTINGS_VARIABLE];
if (!settingsFile) {
  throw new Error(`${SETTINGS_VARIABLE} must name the settings file`);
}
const settings = JSON.parse(
  readFileSync(settingsFile, 'utf8'),
) as IdentityProviderSettings;

const accounts = new AccountDirectory();
const handler = createRequestHandler({
  provider: createProvider(settings, accounts),
  accounts,
  testControlSecret:
    settings.testControlSecretFile &&
    readFileSync(settings.testControlSecretFile, 'utf8'),
});
const servers: Server[] = [
  createHttpsServer(
    {
      cert: readFileSync(settings.certificateFile),
      key: readFileSync(settings.keyFile),
    },
    handler,
  ).listen(settings.port, LOOPBACK),
  createHttpServer(handler).listen(settings.pagesPort, LOOPBACK),
];

process.once('SIGTERM', () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});
