import { createBackend } from '@backstage/backend-defaults';
import { reportRuns } from '@nerds/plugin-catalog-sources-node';

const backend = createBackend();

// what every request passes, and where every change is put on record
backend.add(import('@nerds/root-http-router'));
backend.add(import('@nerds/auth-service'));
backend.add(import('@nerds/plugin-audit-log-node'));
backend.add(import('@nerds/plugin-audit-log-backend'));

// what the portal exists for
backend.add(import('@nerds/plugin-free-tier-backend'));

// identity and access
backend.add(import('@nerds/plugin-access-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@nerds/plugin-auth-backend-module-nerds'));
backend.add(import('@nerds/plugin-auth-backend-module-machine-access'));
backend.add(import('@nerds/plugin-machine-access-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@nerds/plugin-permission-backend-module-nerds'));
backend.add(import('@nerds/permissions-service'));

// software catalogue
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@nerds/plugin-catalog-backend-module-portal-apis'));
backend.add(import('@nerds/plugin-catalog-backend-module-visibility'));
backend.add(import('@nerds/plugin-catalog-backend-module-entity-model'));
backend.add(import('@nerds/plugin-entity-model-backend'));
// registers of the government: each does nothing until it is configured
backend.add(import('@nerds/plugin-catalog-backend-module-government'));
// where it comes from, and how fresh that is
backend.add(import('@nerds/plugin-catalog-sources-backend'));
// projects on forges: each does nothing until it is configured
backend.add(
  reportRuns(import('@backstage/plugin-catalog-backend-module-gitea')),
);
// what it brought is read again after a push
backend.add(import('@nerds/plugin-catalog-backend-module-gitea-events'));
backend.add(
  reportRuns(import('@backstage/plugin-catalog-backend-module-github')),
);
backend.add(
  reportRuns(import('@backstage/plugin-catalog-backend-module-gitlab')),
);
// people and groups of the organisation: each does nothing until it is configured
backend.add(
  reportRuns(import('@backstage/plugin-catalog-backend-module-github-org')),
);
backend.add(
  reportRuns(
    import('@backstage-community/plugin-catalog-backend-module-keycloak'),
  ),
);
backend.add(
  import('@nerds/plugin-catalog-backend-module-keycloak-organisation'),
);
backend.add(
  reportRuns(import('@backstage/plugin-catalog-backend-module-ldap')),
);
backend.add(
  reportRuns(import('@backstage/plugin-catalog-backend-module-msgraph')),
);

// templates
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@nerds/plugin-scaffolder-backend-module-compliance'));
backend.add(import('@nerds/plugin-scaffolder-backend-module-free-tier'));
backend.add(import('@nerds/plugin-scaffolder-backend-module-forge'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-workspace-database'),
);

// docs
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@nerds/plugin-techdocs-backend-module-nerds'));
backend.add(import('@nerds/plugin-scaffolder-backend-module-techdocs'));
backend.add(import('@nerds/plugin-search-backend-module-techdocs-refresh'));

// search
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@nerds/plugin-search-backend-module-nerds'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

// the portal itself
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-events-backend'));
// webhooks of forges: no door as long as no secret is configured for it
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-events-backend-module-gitlab'));
backend.add(import('@nerds/plugin-events-backend-module-gitea'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// a portal that could not start must end, so that whoever runs it can start it again
backend.start().catch((error: Error) => {
  process.stderr.write(`The portal could not start: ${error.stack}\n`);
  process.exit(1);
});
