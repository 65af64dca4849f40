/** A CI system whose OIDC tokens are accepted, as configured. @internal */
export interface WorkloadIdentityOptions {
  id: string;
  title: string;
  issuer: string;
  audience: string;
  /** Where the keys of the issuer are; absent: asked from the issuer. */
  jwksUri?: string;
  /** PEM file of the CA of the issuer; absent: one that computers trust already. */
  caFile?: string;
  /** Entity ref. */
  team: string;
  permissions: string[];
  claims: Record<string, string>;
  /** How long after it was made a token still counts. */
  maxTokenAgeSeconds: number;
}

/** Everything under `machineAccess`. @internal */
export interface MachineAccessOptions {
  maxLifetimeDays: number;
  /** Days before the end, from few to many. */
  reminderDays: number[];
  workloadIdentities: WorkloadIdentityOptions[];
}
