import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import accessPlugin, { accessApiRef, machineAccessApiRef } from '.';
import { FakeAccessApi } from './__testUtils__/FakeAccessApi';
import { FakeMachineAccessApi } from './__testUtils__/FakeMachineAccessApi';

describe('accessPlugin', () => {
  it('has a page with what the navigation needs: path, title and icon', async () => {
    const page = createExtensionTester(
      accessPlugin.getExtension('page:access'),
    );
    expect(page.get(coreExtensionData.routePath)).toBe('/access');
    expect(page.get(coreExtensionData.title)).toBe('Access');
    expect(page.get(coreExtensionData.icon)).toBeDefined();

    renderInTestApp(
      <TestApiProvider
        apis={[
          [accessApiRef, new FakeAccessApi()],
          [machineAccessApiRef, new FakeMachineAccessApi()],
          mockApis.permission(),
        ]}
      >
        {page.reactElement()}
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('heading', { name: 'Access', level: 1 }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('user:default/dev-burgerzaken'),
    ).toBeInTheDocument();
  });

  it.each(['api:access', 'api:access/machine-access'] as const)(
    'offers %s, which configuration may name',
    id => {
      expect(accessPlugin.getExtension(id)).toBeDefined();
    },
  );
});
