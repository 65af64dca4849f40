import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import { withAnswerView } from '@nerds/form-fields';
import { screen, within } from '@testing-library/react';
import { ReviewAnswers } from './ReviewAnswers';

it('shows every answer in words, page by page', async () => {
  renderInPortal(
    <ReviewAnswers
      schemas={[
        {
          title: 'Uw dienst',
          mergedSchema: {
            properties: {
              owner: { title: 'Team' },
              cluster: { title: 'Cluster erbij', type: 'boolean' },
              link: { title: 'Link' },
            },
          },
        },
      ]}
      formState={{ owner: 'group:default/burgerzaken', cluster: false }}
    />,
    { mountedRoutes: {}, apis: [[catalogApiRef, catalogApiMock()]] },
  );
  const page = await screen.findByRole('region', { name: 'Uw dienst' });
  expect(
    within(page)
      .getAllByRole('term')
      .map(term => [term.textContent, term.nextElementSibling?.textContent]),
  ).toEqual([
    ['Team', 'burgerzaken'],
    ['Cluster erbij', 'Nee'],
    ['Link', 'Niet ingevuld'],
  ]);
  expect(await findViolations()).toEqual([]);
});

it('lets a field show its answer in its own way', async () => {
  const Region = withAnswerView(
    () => null,
    ({ value }) => <>Regio {String(value).toUpperCase()}</>,
  );
  renderInPortal(
    <ReviewAnswers
      schemas={[
        {
          title: 'Uw cluster',
          mergedSchema: {
            properties: { region: { title: 'Waar', 'ui:field': 'Region' } },
          },
        },
      ]}
      formState={{ region: 'den-haag' }}
      fields={[{ name: 'Region', component: Region }]}
    />,
    { mountedRoutes: {}, apis: [[catalogApiRef, catalogApiMock()]] },
  );
  expect(await screen.findByRole('term')).toHaveTextContent('Waar');
  expect(screen.getByRole('definition')).toHaveTextContent('Regio DEN-HAAG');
});
