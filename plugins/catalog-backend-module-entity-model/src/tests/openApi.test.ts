import { describeOpenApi } from '@nerds/http-api/testUtils';
import { PROBLEM_CODES } from '../domain/problems';

describeOpenApi('@nerds/plugin-catalog-backend-module-entity-model', {
  problemCodes: PROBLEM_CODES,
});
