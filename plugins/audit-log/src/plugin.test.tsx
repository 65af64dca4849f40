import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import auditLogPlugin, { auditLogApiRef } from '.';
import { buildEvent } from './__testUtils__/builders';
import { FakeAuditLogApi } from './__testUtils__/FakeAuditLogApi';

describe('auditLogPlugin', () => {
  it('has a page with what the navigation needs: path, title and icon', async () => {
    const page = createExtensionTester(
      auditLogPlugin.getExtension('page:audit-log'),
    );
    expect(page.get(coreExtensionData.routePath)).toBe('/audit-log');
    expect(page.get(coreExtensionData.title)).toBe('Audit log');
    expect(page.get(coreExtensionData.icon)).toBeDefined();

    const api = new FakeAuditLogApi();
    api.pages = [[buildEvent()]];
    renderInTestApp(
      <TestApiProvider apis={[[auditLogApiRef, api], mockApis.permission()]}>
        {page.reactElement()}
      </TestApiProvider>,
    );
    expect(await screen.findByText('dev-burgerzaken')).toBeInTheDocument();
  });

  it('offers its API, which configuration may name', () => {
    expect(auditLogPlugin.getExtension('api:audit-log')).toBeDefined();
  });
});
