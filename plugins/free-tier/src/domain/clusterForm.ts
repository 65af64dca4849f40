import type { ClusterRequest } from '@nerds/plugin-free-tier-common';

/** Value of the field `ClusterTier`. @internal */
export interface ClusterPlan {
  tier?: string;
  size?: string;
}

/**
 * The answers of the form, under the names a template must give its parameters
 * for the fields to know about each other.
 * @internal
 */
export interface ClusterFormData {
  owner?: string;
  name?: string;
  plan?: ClusterPlan;
  region?: string;
  purpose?: string;
}

/** The request that a form would send; what is not filled in yet is empty. @internal */
export function toClusterRequest(form: ClusterFormData): ClusterRequest {
  return {
    name: form.name ?? '',
    owner: form.owner ?? '',
    tier: form.plan?.tier ?? '',
    size: form.plan?.size ?? '',
    region: form.region ?? '',
    purpose: form.purpose ?? '',
  };
}
