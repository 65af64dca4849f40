import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuthenticationError, isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  buildMachineRef,
  MACHINE_TOKEN_PREFIX,
  type MachineScope,
} from '@nerds/plugin-machine-access-common';
import type { CredentialVerifier, Verdict } from './CredentialVerifier';

/** @internal */
export interface CredentialUse {
  address?: string;
  /** Method and path of the request that the credential came with. */
  request?: string;
}

/**
 * Verifies any credential of a machine and writes every use of one, and every
 * refusal, to the audit log. The credential itself never gets there.
 *
 * @internal
 */
export class AuditedCredentialVerifier {
  constructor(
    private readonly options: {
      tokens: CredentialVerifier;
      workloads: CredentialVerifier;
      auditor: AuditorService;
    },
  ) {}

  /**
   * @returns undefined when it does not count
   * @throws ServiceUnavailableError when it cannot be found out now
   */
  async verify(
    credential: string,
    use: CredentialUse,
  ): Promise<MachineScope | undefined> {
    const isToken = credential.startsWith(MACHINE_TOKEN_PREFIX);
    const { tokens, workloads } = this.options;
    try {
      const verdict = await (isToken ? tokens : workloads).verify(
        credential,
        use,
      );
      await this.#write(verdict, use);
      return verdict.accepted ? verdict.scope : undefined;
    } catch (error) {
      const kind = isToken ? 'machine-token' : 'workload-identity';
      const event = await this.#createEvent(kind, { ...toMeta(use) });
      await event.fail({
        error: isError(error) ? (error as Error) : new Error(String(error)),
      });
      throw error;
    }
  }

  async #write(verdict: Verdict, use: CredentialUse): Promise<void> {
    const { kind, id } = verdict;
    const team = verdict.accepted ? verdict.scope.team : verdict.team;
    const event = await this.#createEvent(kind, {
      ...toMeta(use),
      ...(id !== undefined && { object: `${kind}:${id}` }),
      ...(id !== undefined &&
        isProven(verdict) && { actor: buildMachineRef(id) }),
      ...(team !== undefined && { team }),
    });
    if (verdict.accepted) {
      await event.success();
    } else {
      await event.fail({
        meta: { reason: verdict.reason },
        error: new AuthenticationError(
          `The credential does not count: ${verdict.reason}`,
        ),
      });
    }
  }

  /** Medium, so that it is stored: also a look with the token of a machine has to be found again. */
  #createEvent(kind: Verdict['kind'], meta: JsonObject) {
    return this.options.auditor.createEvent({
      eventId: `${kind}-use`,
      severityLevel: 'medium',
      meta,
    });
  }
}

/** Whether it is the machine itself that asks, though perhaps too late. */
function isProven(verdict: Verdict): boolean {
  return (
    verdict.accepted ||
    verdict.reason === 'expired' ||
    verdict.reason === 'revoked'
  );
}

function toMeta({ address, request }: CredentialUse): JsonObject {
  return {
    ...(address !== undefined && { address }),
    ...(request !== undefined && { request }),
  };
}
