/**
 * The parts of the local stack that tests, benchmarks and browser journeys use.
 *
 * @packageDocumentation
 */
export {
  DEMO_ACCOUNTS,
  findDemoAccount,
  type DemoAccount,
} from './identity-provider/demoAccounts.ts';
export {
  KUBECTL_CLIENT_ID,
  PORTAL_CLIENT_ID,
} from './identity-provider/settings.ts';
export {
  mintIdToken,
  signIn,
  type SignInTarget,
  type TokenSet,
} from './identity-provider/signIn.ts';
export {
  startIdentityProvider,
  type IdentityProviderConnection,
  type IdentityProviderOptions,
  type RunningIdentityProvider,
} from './identity-provider/startIdentityProvider.ts';
export {
  startPostgres,
  type PostgresConnection,
  type PostgresOptions,
  type RunningPostgres,
} from './postgres/startPostgres.ts';
export {
  startControlPlane,
  type ControlPlaneOptions,
  type RunningControlPlane,
} from './control-plane/startControlPlane.ts';
export type { ControlPlaneConnection } from './control-plane/prepareControlPlane.ts';
export type { OidcTrust } from './control-plane/apiserverConfiguration.ts';
export {
  startTestStack,
  type TestStack,
  type TestStackDetails,
} from './startTestStack.ts';
export { buildStackPaths, repositoryRoot, type StackPaths } from './paths.ts';
