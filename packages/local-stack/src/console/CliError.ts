/**
 * Something that the person at the keyboard can do something about: shown as a
 * sentence, without a stack trace.
 *
 * @internal
 */
export class CliError extends Error {
  override name = 'CliError' as const;
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
