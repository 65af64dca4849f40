/** The line that says which task made the commit. */
const TRAILER = 'Portal-Task';

/**
 * Message of the first commit. Its last line tells a task that runs again that
 * the repository is its own; a date or a hash would not, because both are new
 * in every attempt.
 * @internal
 */
export function buildCommitMessage(taskId: string): string {
  return `Eerste versie\n\n${TRAILER}: ${taskId}`;
}

/** Whether this task made one of these first commits. @internal */
export function isOwnRepository(
  firstCommitMessages: string[],
  taskId: string,
): boolean {
  const line = `${TRAILER}: ${taskId}`;
  return firstCommitMessages.some(message =>
    message.split('\n').some(candidate => candidate.trim() === line),
  );
}
