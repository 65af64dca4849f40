/**
 * Namespace of machines: `user:machine/<id>`. Nobody who signs in gets a user
 * in it, so a machine is never taken for a person, nor a person for a machine.
 *
 * @public
 */
export const MACHINE_NAMESPACE = 'machine';

/** What a token starts with, so that scanners for leaked secrets know it. @public */
export const MACHINE_TOKEN_PREFIX = 'nerds_';

const PRINCIPAL_PREFIX = `user:${MACHINE_NAMESPACE}/`;

/** Entity ref that a machine acts as. @public */
export function buildMachineRef(id: string): string {
  return `${PRINCIPAL_PREFIX}${id}`;
}

/** Whether a user entity ref is that of a machine. @public */
export function isMachineRef(userEntityRef: string): boolean {
  return userEntityRef.startsWith(PRINCIPAL_PREFIX);
}
