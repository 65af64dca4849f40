import { describeOpenApi } from '@nerds/http-api/testUtils';
import { PROBLEM_CODES } from '../router/problems';

describeOpenApi('@nerds/plugin-techdocs-backend-module-nerds', {
  problemCodes: PROBLEM_CODES,
});
