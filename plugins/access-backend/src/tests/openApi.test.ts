import { describeOpenApi } from '@nerds/http-api/testUtils';
import { ROLES } from '@nerds/plugin-access-common';
import { PROBLEM_CODES } from '../domain/problems';
import { REVIEW_ITEM_KINDS } from '../domain/reviewRecords';

describeOpenApi('@nerds/plugin-access-backend', {
  problemCodes: PROBLEM_CODES,
  constants: {
    '/components/schemas/Role/enum': ROLES,
    '/components/schemas/ReviewItemKind/enum': REVIEW_ITEM_KINDS,
  },
});
