import {
  catalogApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TemplateCard } from './TemplateCard';

const TEMPLATE = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'dienst',
    title: 'Nieuwe dienst',
    description: 'Een dienst met een API.',
    tags: ['rest'],
    annotations: {
      'nerds.overheid.nl/title-en': 'New service',
      'nerds.overheid.nl/description-en': 'A service with an API.',
    },
  },
  spec: { type: 'service', steps: [] },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
} as unknown as TemplateEntityV1beta3;

function render(language: 'nl' | 'en') {
  const chosen: string[] = [];
  renderInPortal(
    <TemplateCard
      template={TEMPLATE}
      additionalLinks={[
        { icon: () => null, text: 'x', url: '/docs/default/template/dienst' },
      ]}
      onSelected={() => chosen.push('dienst')}
    />,
    {
      language,
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [catalogApiRef, catalogApiMock()],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ],
    },
  );
  return chosen;
}

it.each([
  ['nl', 'Nieuwe dienst', 'Een dienst met een API.', 'Dienst', 'Kiezen: '],
  ['en', 'New service', 'A service with an API.', 'Service', 'Choose '],
] as const)(
  'tells in %s what one gets, where to read about it, and can be chosen',
  async (language, title, description, kind, choose) => {
    const chosen = render(language);
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    expect(screen.getByText(description)).toBeInTheDocument();
    expect(screen.getByText(kind)).toBeInTheDocument();
    expect(screen.getByText('rest')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^(Lees|Read)/ })).toHaveAttribute(
      'href',
      '/docs/default/template/dienst',
    );
    await userEvent.click(
      screen.getByRole('button', { name: `${choose}${title}` }),
    );
    expect(chosen).toEqual(['dienst']);
    expect(await findViolations()).toEqual([]);
  },
);
