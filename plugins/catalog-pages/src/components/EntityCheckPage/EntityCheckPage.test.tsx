import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import type { FileValidation } from '@nerds/plugin-entity-model-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entityErrorsRouteRef } from '../../routes';
import { EntityCheckPage } from '.';

const WRONG: FileValidation = {
  valid: false,
  problems: [
    {
      severity: 'error',
      code: 'missing',
      field: 'spec.owner',
      line: 5,
      column: 1,
      entity: 'Component balie',
      detail: 'spec.owner ontbreekt. Voeg toe: owner: team',
    },
    {
      severity: 'warning',
      code: 'unknown-value',
      field: 'spec.type',
      line: 6,
      column: 3,
      detail: 'spec.type kent de waarde “lib” niet.',
    },
  ],
};

interface Sent {
  path: string;
  body: unknown;
  type: string | null;
}

function render(answer: FileValidation | Response, language?: 'en') {
  const sent: Sent[] = [];
  const respond = async (url: string, { body, headers }: RequestInit) => {
    const type = new Headers(headers).get('Content-Type');
    sent.push({ path: new URL(url).pathname, body, type });
    return answer instanceof Response ? answer : Response.json(answer);
  };
  renderInPortal(<EntityCheckPage />, {
    language,
    mountedRoutes: { '/catalog-errors': entityErrorsRouteRef },
    apis: [[fetchApiRef, { fetch: respond as typeof fetch }]],
  });
  return sent;
}

async function check(text: string) {
  await userEvent.click(
    await screen.findByLabelText(/Inhoud van het bestand|Content of the file/),
  );
  await userEvent.paste(text);
  await userEvent.click(
    screen.getByRole('button', { name: /^(Nakijken|Check)$/ }),
  );
}

describe('EntityCheckPage', () => {
  it('shows with the line what is wrong and what to write', async () => {
    const sent = render(WRONG);
    await check('kind: Component\n');
    const list = await screen.findByRole('list', { name: 'Wat er niet klopt' });
    const [error, warning] = list.children;
    expect(error).toHaveTextContent(
      'Regel 5: fout in Component baliespec.owner ontbreekt. Voeg toe: owner: team',
    );
    expect(warning).toHaveTextContent('Regel 6: waarschuwingspec.type');
    expect(screen.getByText('1 fout gevonden')).toBeVisible();
    expect(sent).toEqual([
      {
        path: '/api/entity-model/v1/entity-validations',
        body: 'kind: Component\n',
        type: 'application/yaml',
      },
    ]);
    expect(screen.getByRole('link', { name: /^Alle velden/ })).toHaveAttribute(
      'href',
      '/docs/default/component/nerds-portal/reference/entity-model/',
    );
    expect(await findViolations()).toEqual([]);
  });

  it('looks at a publiccode.yml, and says that it is right', async () => {
    const sent = render({ valid: true, problems: [] }, 'en');
    await userEvent.click(
      await screen.findByRole('radio', { name: 'publiccode.yml' }),
    );
    await check('publiccodeYmlVersion: "0.7"');
    expect(await screen.findByText('No errors found')).toBeVisible();
    expect(sent[0].path).toBe('/api/entity-model/v1/publiccode-validations');
    await userEvent.click(
      screen.getByRole('radio', { name: 'catalog-info.yaml' }),
    );
    expect(screen.queryByText('No errors found')).toBeNull();
  });

  it.each([
    [
      Response.json({ detail: 'De grens is 1 MB.' }, { status: 413 }),
      'De grens is 1 MB.',
    ],
    [new Response('<html></html>', { status: 502 }), '502'],
  ])('says that it could not be checked', async (answer, expected) => {
    render(answer);
    await check('x');
    expect(await screen.findByRole('alert')).toHaveTextContent(expected);
  });
});
