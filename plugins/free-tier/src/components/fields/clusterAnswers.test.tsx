import { findAnswerView } from '@nerds/form-fields';
import { screen } from '@testing-library/react';
import { buildRegion } from '../../__testUtils__/builders';
import { FakeFreeTierApi } from '../../__testUtils__/FakeFreeTierApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ClusterRegionField } from './ClusterRegionField';
import { ClusterTierField } from './ClusterTierField';
import './formFields';

it('shows what was chosen by its title, before the form is sent', async () => {
  const api = new FakeFreeTierApi();
  const region = buildRegion();
  api.regions = [region];
  const [tier] = await api.listTiers();
  const Region = findAnswerView(ClusterRegionField)!;
  const Tier = findAnswerView(ClusterTierField)!;
  renderInPortal(
    <>
      <p>
        <Region value={region.name} />
      </p>
      <p>
        <Tier value={{ tier: tier.name, size: tier.sizes[0].name }} />
      </p>
      <p>
        <Region value="weg" />
      </p>
    </>,
    { api },
  );
  expect(await screen.findByText(region.title.nl)).toBeInTheDocument();
  expect(
    screen.getByText(`${tier.title.nl}, ${tier.sizes[0].title.nl}`),
  ).toBeInTheDocument();
  // one that is not there any more keeps its name
  expect(screen.getByText('weg')).toBeInTheDocument();
});
