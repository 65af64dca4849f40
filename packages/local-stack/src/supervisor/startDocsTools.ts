import {
  areDocsToolsInstalled,
  installDocsTools,
} from '../install/docsTools.ts';
import type { StackContext } from './StackContext.ts';

/**
 * Installs what turns Markdown into documentation pages, once. Never throws:
 * the portal runs without, and finds the tools when they come later.
 *
 * @internal
 */
export async function startDocsTools(context: StackContext): Promise<void> {
  const { paths, signal, state } = context;
  if (await areDocsToolsInstalled(paths)) {
    return;
  }
  try {
    await context.step('Documentation tools (installed once)', () =>
      installDocsTools(paths, signal),
    );
  } catch (error) {
    if (!signal.aborted) {
      const message = error instanceof Error ? error.message : String(error);
      state.update('docs-tools', {
        state: 'off',
        message: message.split('\n')[0],
      });
      process.stderr.write(`Documentation tools: ${message}\n`);
    }
  }
}
