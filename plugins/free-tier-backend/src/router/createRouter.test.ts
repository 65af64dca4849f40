import { mockServices } from '@backstage/backend-test-utils';
import type { IRouter, Router } from 'express';
import { CallerResolver } from '../services/CallerResolver';
import type { ClusterService } from '../services/ClusterService';
import { createRouter } from './createRouter';
import { readFreeTierOpenApi } from './readFreeTierOpenApi';

/** `get /clusters/{id}` of every route of a router, as it stands in OpenAPI. */
function listRoutes(router: Router): string[] {
  return (router.stack as any[]).flatMap(({ route, handle }) => {
    if (route) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      return Object.keys(route.methods).map(method => `${method} ${path}`);
    }
    return (handle as Partial<IRouter>).stack ? listRoutes(handle) : [];
  });
}

describe('createRouter', () => {
  it('has exactly the routes that the description of the API has', async () => {
    const openApi = await readFreeTierOpenApi();
    const router = createRouter({
      service: {} as ClusterService,
      callers: new CallerResolver(mockServices.userInfo()),
      httpAuth: mockServices.httpAuth(),
      logger: mockServices.logger.mock(),
      openApi,
    });
    const described = Object.entries(openApi.paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations as object).map(method => `${method} ${path}`),
    );
    expect(listRoutes(router).sort()).toEqual(described.sort());
  });

  it('puts the contact of the operator into the description', async () => {
    const contact = {
      name: 'Team',
      url: 'https://team.example/',
      email: 'team@team.example',
    };
    const { info } = await readFreeTierOpenApi(contact);
    expect(info.contact).toEqual(contact);
  });
});
