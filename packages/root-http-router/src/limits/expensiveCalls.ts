/** Calls of which one costs the portal much more than others. @internal */
export const EXPENSIVE_CALLS = {
  get: [
    // makes the documentation when it is old
    '/api/techdocs/sync/:namespace/:kind/:name',
    '/api/search/query',
    '/api/search/v1/results',
    '/api/audit-log/v1/events/export',
  ],
  post: [
    '/api/scaffolder/v2/tasks',
    '/api/scaffolder/v2/tasks/:taskId/retry',
    '/api/scaffolder/v2/dry-run',
    '/api/free-tier/v1/clusters',
    '/api/free-tier/v1/clusters/:id/kubeconfigs',
    '/api/audit-log/v1/verifications',
    '/api/machine-access/v1/tokens',
    // makes the documentation, also when it is not old
    '/api/techdocs/v1/builds',
    // a large file takes as long as many other calls
    '/api/entity-model/v1/entity-validations',
    '/api/entity-model/v1/publiccode-validations',
    '/api/catalog/validate-entity',
    // these read an address that the caller chooses
    '/api/catalog/analyze-location',
    '/api/catalog/locations',
    '/api/mcp-actions/v1*',
  ],
};

/** Calls by which people sign in, and programs would try to. @internal */
export const SIGN_IN_CALLS = [
  '/api/auth/:provider/start',
  '/api/auth/:provider/handler/frame',
  '/api/auth/:provider/refresh',
  '/api/auth/:provider/logout',
];
