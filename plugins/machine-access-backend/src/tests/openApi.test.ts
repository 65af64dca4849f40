import { describeOpenApi } from '@nerds/http-api/testUtils';

describeOpenApi('@nerds/plugin-machine-access-backend');
