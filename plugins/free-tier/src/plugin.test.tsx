import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import freeTierPlugin, { freeTierApiRef } from '.';
import { buildCluster } from './__testUtils__/builders';
import { FakeFreeTierApi } from './__testUtils__/FakeFreeTierApi';

describe('freeTierPlugin', () => {
  it('has a page with what the navigation needs: path, title and icon', async () => {
    const page = createExtensionTester(
      freeTierPlugin.getExtension('page:free-tier'),
    );
    expect(page.get(coreExtensionData.routePath)).toBe('/clusters');
    expect(page.get(coreExtensionData.title)).toBe('Clusters');
    expect(page.get(coreExtensionData.icon)).toBeDefined();

    const api = new FakeFreeTierApi();
    api.clusters = [buildCluster()];
    renderInTestApp(
      <TestApiProvider apis={[[freeTierApiRef, api], mockApis.permission()]}>
        {page.reactElement()}
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('row', { name: /balie/ }),
    ).toBeInTheDocument();
  });

  it.each([
    'api:free-tier',
    'home-page-widget:free-tier/clusters',
    'scaffolder-form-field:free-tier/own-team',
    'scaffolder-form-field:free-tier/cluster-name',
    'scaffolder-form-field:free-tier/cluster-tier',
    'scaffolder-form-field:free-tier/cluster-region',
    'scaffolder-form-field:free-tier/cluster-purpose',
    'scaffolder-form-field:free-tier/project-cluster',
  ] as const)('offers %s, which configuration may name', id => {
    expect(freeTierPlugin.getExtension(id)).toBeDefined();
  });
});
