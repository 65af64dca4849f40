import type { TeamQuota } from '@nerds/plugin-free-tier-common';
import type { ClusterStore } from '../database/ClusterStore';
import { toTeamName } from '../domain/ClusterRecord';
import {
  evaluateClusterRequest,
  toGroupRef,
  type AcceptedClusterRequest,
} from '../domain/evaluateClusterRequest';
import type { FreeTierOptions } from '../domain/FreeTierOptions';
import type { FieldFinding } from '../domain/ProblemError';
import type {
  Caller,
  CheckedRequest,
  ParsedClusterRequest,
} from './ClusterService';

/** Order in which the form shows the fields, and so the findings. */
const FIELD_ORDER = ['', 'name', 'owner', 'tier', 'size', 'region', 'purpose'];

/** Holds a request against the rules and against what is booked already. @internal */
export class ClusterRequestChecker {
  constructor(
    private readonly options: FreeTierOptions,
    private readonly store: ClusterStore,
  ) {}

  /** The form of the request only, without looking into the ledger. */
  evaluate(
    request: ParsedClusterRequest,
    caller: Caller,
  ): { accepted?: AcceptedClusterRequest; findings: FieldFinding[] } {
    const { accepted, findings } = evaluateClusterRequest(request.fields, {
      options: this.options,
      teams: caller.teams,
    });
    const all = [...request.findings, ...findings];
    const position = (finding: FieldFinding) => {
      const index = FIELD_ORDER.indexOf(finding.field);
      return index < 0 ? FIELD_ORDER.length : index;
    };
    return {
      accepted,
      findings: all.sort((a, b) => position(a) - position(b)),
    };
  }

  /** Would this request be accepted now? Another one may still come first. */
  async checkRequest(
    request: ParsedClusterRequest,
    caller: Caller,
    now: Date,
  ): Promise<CheckedRequest> {
    const { findings } = this.evaluate(request, caller);
    const isWrong = (field: string) =>
      findings.some(finding => finding.field === field);
    const { name, owner, tier } = request.fields;
    if (owner === undefined || isWrong('owner')) return { findings };

    const ownerRef = toGroupRef(owner)!;
    const [quotas, taken] = await Promise.all([
      this.listTeamQuotas([ownerRef]),
      name === undefined || isWrong('name')
        ? false
        : this.store.isNameTaken(
            ownerRef,
            name,
            this.nameFreeWhenDeletedBefore(now),
          ),
    ]);
    const teamQuota = quotas.find(quota => quota.tier === tier);
    return {
      findings: [
        ...findings,
        ...(taken ? [buildNameTakenFinding(name!)] : []),
        ...(teamQuota && teamQuota.used >= teamQuota.limit
          ? [buildQuotaFullFinding(ownerRef, teamQuota.limit)]
          : []),
      ],
      teamQuota,
    };
  }

  /** Of every tier that can be asked for. */
  async listTeamQuotas(teams: string[]): Promise<TeamQuota[]> {
    const booked = await this.store.listBookedQuotas(teams);
    return teams.flatMap(owner =>
      this.options.tiers.flatMap(tier =>
        tier.available
          ? {
              owner,
              tier: tier.name,
              used:
                booked.find(
                  quota => quota.ownerRef === owner && quota.tier === tier.name,
                )?.used ?? 0,
              limit: tier.clustersPerTeam,
            }
          : [],
      ),
    );
  }

  nameFreeWhenDeletedBefore(now: Date): Date {
    return new Date(now.getTime() - this.options.nameQuarantineMs);
  }
}

/** @internal */
export function buildNameTakenFinding(name: string): FieldFinding {
  return { field: 'name', code: 'name-taken', values: { value: name } };
}

/** @internal */
export function buildQuotaFullFinding(
  ownerRef: string,
  limit: number,
): FieldFinding {
  return {
    field: 'owner',
    code: 'team-quota-full',
    values: { value: toTeamName(ownerRef), limit },
  };
}
