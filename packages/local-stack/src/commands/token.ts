import { parseArgs } from 'node:util';
import { CliError } from '../console/CliError.ts';
import { printLine } from '../console/output.ts';
import {
  DEMO_ACCOUNTS,
  findDemoAccount,
} from '../identity-provider/demoAccounts.ts';
import { buildStackPaths } from '../paths.ts';
import { issuePortalToken } from '../portal/issuePortalToken.ts';
import { isSupervised, readStackState } from '../state/stackState.ts';

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({
    args,
    options: {},
    allowPositionals: true,
  });
  const [account] = positionals;
  const names = DEMO_ACCOUNTS.map(({ id }) => id).join(', ');
  if (!account || !findDemoAccount(account)) {
    throw new CliError(`Usage: ./nerds token <demo-user>, one of: ${names}`, 2);
  }
  const paths = buildStackPaths(process.env.NERDS_HOME);
  const state = readStackState(paths.state);
  const provider = state?.components.find(
    ({ component }) => component === 'identity-provider',
  );
  if (!isSupervised(state) || provider?.state !== 'running') {
    throw new CliError(
      'This works with the local identity provider only, and that does not run. Start it with ./nerds start.',
    );
  }
  const token = await issuePortalToken({
    portalUrl: state.portalUrl,
    caFile: paths.identityProviderCa,
    account,
  }).catch(error => {
    throw new CliError((error as Error).message);
  });
  printLine(token);
  return 0;
}
