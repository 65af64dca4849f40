import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import type { ScaffolderApi } from '@backstage/plugin-scaffolder-common';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TemplatesPage } from '../TemplatesPage';

const SCHEMA = {
  title: 'Nieuwe dienst',
  steps: [
    {
      title: 'Uw dienst',
      schema: {
        title: 'Uw dienst',
        required: ['title', 'email'],
        properties: {
          title: { title: 'Titel', type: 'string', minLength: 3 },
          email: { title: 'Mailadres', type: 'string', format: 'email' },
          open: { title: 'Voor iedereen', type: 'boolean', default: false },
        },
      },
    },
  ],
};

function render(scaffold: ScaffolderApi['scaffold']) {
  renderInPortal(<TemplatesPage list={<p>Sjablonen</p>} formFields={[]} />, {
    url: '/form/default/dienst',
    mountPath: '/form/*',
    mountedRoutes: {
      '/create': scaffolderPlugin.routes.root,
    },
    apis: [
      [catalogApiRef, catalogApiMock()],
      [
        scaffolderApiRef,
        {
          getTemplateParameterSchema: async () => SCHEMA,
          scaffold,
        } as unknown as ScaffolderApi,
      ],
    ],
  });
}

it('asks, says what is not right, shows the answers and starts the task', async () => {
  const started: unknown[] = [];
  render(async request => {
    started.push(request);
    return { taskId: 'task-1' };
  });
  const title = await screen.findByRole('textbox', { name: /^Titel/ });
  await userEvent.type(title, 'ab');
  await userEvent.click(
    screen.getByRole('button', { name: /Controleren|Review/ }),
  );
  expect(
    await screen.findByRole('link', { name: /‘Titel’ is te kort/ }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Vul ‘Mailadres’ in.' }),
  ).toBeInTheDocument();
  expect(title).toBeInvalid();
  expect(await findViolations()).toEqual([]);

  await userEvent.type(title, 'cd');
  await userEvent.type(
    screen.getByRole('textbox', { name: /^Mailadres/ }),
    'team@voorbeeld.nl',
  );
  await userEvent.click(
    screen.getByRole('button', { name: /Controleren|Review/ }),
  );
  expect(await screen.findByText('abcd')).toBeInTheDocument();
  expect(screen.getByText('Nee')).toBeInTheDocument();
  expect(started).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: /Maken|Create/ }));
  await waitFor(() =>
    expect(started).toEqual([
      expect.objectContaining({
        templateRef: 'template:default/dienst',
        values: { title: 'abcd', email: 'team@voorbeeld.nl', open: false },
      }),
    ]),
  );
});
