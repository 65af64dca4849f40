import { describeOpenApi } from '@nerds/http-api/testUtils';
import {
  MAX_PAGE_SIZE,
  MAX_QUERY_LENGTH,
  SEARCH_CATEGORIES,
} from '@nerds/plugin-search-common';
import { PROBLEM_CODES } from '../domain/problems';

describeOpenApi('@nerds/plugin-search-backend-module-nerds', {
  problemCodes: PROBLEM_CODES,
  constants: {
    '/components/schemas/Category/enum': SEARCH_CATEGORIES,
    '/components/parameters/Query/schema/maxLength': MAX_QUERY_LENGTH,
    '/components/parameters/PageSize/schema/maximum': MAX_PAGE_SIZE,
  },
});
