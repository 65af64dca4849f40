import { describeOpenApi } from '@nerds/http-api/testUtils';

describeOpenApi('@nerds/plugin-audit-log-backend');
