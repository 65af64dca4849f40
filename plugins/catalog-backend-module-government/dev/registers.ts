/**
 * Registers with invented content on this machine, to see them in the portal
 * without a network and without a key:
 *
 *   node plugins/catalog-backend-module-government/dev/registers.ts
 *
 * It prints how to start the portal with them. Everything in it can be made to
 * change: stop it, change the numbers below, start it again.
 */
import {
  buildAlgorithm,
  buildApi,
  buildDefinition,
  buildMany,
  buildRepository,
  buildTooiNode,
} from '../src/__testUtils__/builders.ts';
import { FakeRegisterServer } from '../src/__testUtils__/FakeRegisterServer.ts';

const PORT = 7017;

const server = await FakeRegisterServer.start(PORT);
server.apis = buildMany(120, number => buildApi(number));
for (const { id, title } of server.apis) {
  server.definitions.set(id, buildDefinition(title));
}
// one without a title, to see what is said about it
server.apis.push(buildApi(1_000, { title: '' }));
server.repositories = buildMany(80, number => buildRepository(number));
server.algorithms = buildMany(60, number => buildAlgorithm(number));
server.valueLists['/waardelijsten/gemeenten.json'] = buildMany(30, number =>
  buildTooiNode(number),
);

const sources = {
  apiRegister: { path: '/api-register', apiKey: FakeRegisterServer.key },
  ossRegister: { path: '/oss-register' },
  algorithmRegister: { path: '/algoritmes' },
  organisations: { path: '/waardelijsten', lists: ['gemeenten.json'] },
};
const government = Object.fromEntries(
  Object.entries(sources).map(([key, { path, ...rest }]) => [
    key,
    { baseUrl: `${server.baseUrl}${path}`, allowLoopback: true, ...rest },
  ]),
);

console.log(`The registers are there until you press Ctrl-C. In another window:

export APP_CONFIG_catalog_providers_government='${JSON.stringify(government)}'
./nerds start
`);
