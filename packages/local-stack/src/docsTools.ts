/**
 * The documentation tools for tests in any language or module system:
 *
 *   node packages/local-stack/src/docsTools.ts
 *
 * installs them when they are not there and prints the directory with `mkdocs`.
 */
import {
  areDocsToolsInstalled,
  buildDocsToolsBin,
  installDocsTools,
} from './install/docsTools.ts';
import { buildStackPaths } from './paths.ts';

const paths = buildStackPaths();
if (!(await areDocsToolsInstalled(paths))) {
  await installDocsTools(paths);
}
process.stdout.write(`${buildDocsToolsBin(paths)}\n`);
