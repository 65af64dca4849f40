/**
 * Calls by POST, PUT or DELETE that change nothing worth a line in the audit
 * log: they read, or they are the portal talking to itself. Everything else
 * that changes something is on record, also when its plugin forgets.
 *
 * @internal
 */
export const QUIET_CALLS = {
  post: [
    '/api/permission/authorize',
    '/api/:plugin/.well-known/backstage/permissions/apply-conditions',
    '/api/catalog/entities/by-refs',
    '/api/catalog/entities/by-query',
    '/api/catalog/entity-facets',
    '/api/catalog/validate-entity',
    '/api/catalog/analyze-location',
    '/api/catalog/locations/by-query',
    // the plugin's auditor counts the call of a tool, not the session around it
    '/api/mcp-actions/v1*',
    '/api/scaffolder/v2/dry-run',
    '/api/scaffolder/v2/autocomplete/:provider/:resource',
    '/api/scaffolder/v2/template-examples',
    '/api/free-tier/v1/cluster-checks',
    // signals and messages between replicas
    '/api/events/bus/v1/events',
    // renewing a session; the sign-in itself is on record
    '/api/auth/:provider/refresh',
    '/api/:plugin/internal/*',
    // what an action does is on record where it is done
    '/api/:plugin/.backstage/actions/:version/actions/:id/invoke',
    '/api/user-settings/multiget',
  ],
  put: ['/api/events/bus/v1/subscriptions/:id'],
  delete: ['/api/:plugin/.backstage/auth/v1/cookie'],
};
