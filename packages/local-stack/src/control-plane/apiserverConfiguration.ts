/** The issuer whose people kube-apiserver accepts. @public */
export interface OidcTrust {
  issuer: string;
  /** PEM. */
  ca: string;
  audiences: string[];
}

/** Prefix of everybody who signs in at the identity provider, person or group. */
const PREFIX = 'oidc:';
/** An ID token that lives longer than a working day is not accepted. */
const MAX_TOKEN_LIFETIME_SECONDS = 12 * 60 * 60;

/**
 * Structured authentication (apiserver.config.k8s.io/v1): people come from the
 * identity provider; without a name only the health addresses answer.
 *
 * @param oidc - undefined when no identity provider is trusted
 * @internal
 */
export function buildAuthenticationConfiguration(oidc: OidcTrust | undefined) {
  const system = `startsWith('system:')`;
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthenticationConfiguration',
    anonymous: {
      enabled: true,
      conditions: ['/livez', '/readyz', '/healthz'].map(path => ({ path })),
    },
    jwt: oidc
      ? [
          {
            issuer: {
              url: oidc.issuer,
              certificateAuthority: oidc.ca,
              audiences: oidc.audiences,
              audienceMatchPolicy: 'MatchAny',
            },
            claimMappings: {
              username: { claim: 'sub', prefix: PREFIX },
              groups: { claim: 'groups', prefix: PREFIX },
            },
            claimValidationRules: [
              {
                expression: `claims.exp - claims.iat <= ${MAX_TOKEN_LIFETIME_SECONDS}`,
                message: 'the token lives too long',
              },
            ],
            // The prefix keeps system: names away; these say so out loud and
            // still hold when somebody changes the prefix.
            userValidationRules: [
              {
                expression: `!user.username.${system} && !user.username.startsWith('${PREFIX}system:')`,
                message: 'names that begin with system: are reserved',
              },
              {
                expression: `user.groups.all(group, !group.${system} && !group.startsWith('${PREFIX}system:'))`,
                message: 'groups that begin with system: are reserved',
              },
            ],
          },
        ]
      : [],
  };
}

/**
 * Pod Security for namespaces without labels of their own, and a limit on
 * events so that one namespace cannot fill the store.
 *
 * @internal
 */
export function buildAdmissionConfiguration() {
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AdmissionConfiguration',
    plugins: [
      {
        name: 'PodSecurity',
        configuration: {
          apiVersion: 'pod-security.admission.config.k8s.io/v1',
          kind: 'PodSecurityConfiguration',
          defaults: {
            enforce: 'restricted',
            'enforce-version': 'latest',
            audit: 'restricted',
            'audit-version': 'latest',
            warn: 'restricted',
            'warn-version': 'latest',
          },
          exemptions: {
            usernames: [],
            runtimeClasses: [],
            namespaces: ['kube-system'],
          },
        },
      },
      {
        name: 'EventRateLimit',
        configuration: {
          apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
          kind: 'Configuration',
          limits: [{ type: 'Namespace', qps: 50, burst: 200, cacheSize: 2000 }],
        },
      },
    ],
  };
}

/**
 * Who did what, without bodies: secrets never get into the audit log.
 *
 * @internal
 */
export function buildAuditPolicy() {
  return {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    omitManagedFields: true,
    rules: [
      {
        level: 'None',
        nonResourceURLs: [
          '/healthz*',
          '/livez*',
          '/readyz*',
          '/version',
          '/openapi*',
          '/api',
          '/api/*',
          '/apis',
          '/apis/*',
        ],
      },
      {
        level: 'None',
        resources: [{ group: 'coordination.k8s.io', resources: ['leases'] }],
      },
      { level: 'None', resources: [{ group: '', resources: ['events'] }] },
      // the control plane looking at itself
      {
        level: 'None',
        userGroups: ['system:serviceaccounts:kube-system', 'system:masters'],
        verbs: ['get', 'list', 'watch'],
      },
      {
        level: 'None',
        users: [
          'system:apiserver',
          'system:kube-controller-manager',
          'system:kube-scheduler',
        ],
        verbs: ['get', 'list', 'watch'],
      },
      { level: 'Metadata' },
    ],
  };
}
