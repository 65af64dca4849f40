import { describeOpenApi } from '@nerds/http-api/testUtils';
import { PROBLEM_CODES } from '../domain/problems';

describeOpenApi('@nerds/plugin-catalog-sources-backend', {
  problemCodes: PROBLEM_CODES,
});
