import { screen } from '@testing-library/react';
import { buildCluster } from '../../__testUtils__/builders';
import { FakeFreeTierApi } from '../../__testUtils__/FakeFreeTierApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ClustersWidget } from './ClustersWidget';

describe('ClustersWidget', () => {
  it('shows how many clusters there are, each with its state, and the way to a new one', async () => {
    const api = new FakeFreeTierApi();
    api.clusters = [
      buildCluster(),
      buildCluster({ id: '2', name: 'loket', state: 'frozen' }),
    ];
    renderInPortal(<ClustersWidget />, { api });
    expect(await screen.findByText('2 clusters')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'loket' })).toHaveAttribute(
      'href',
      '/clusters/2',
    );
    expect(screen.getByText('Bevroren')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Cluster aanvragen' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Naar alle clusters' }),
    ).toHaveAttribute('href', '/clusters');
  });

  it('says that there is nothing yet', async () => {
    renderInPortal(<ClustersWidget />, {
      api: new FakeFreeTierApi(),
      language: 'en',
    });
    expect(
      await screen.findByText('You have no clusters yet.'),
    ).toBeInTheDocument();
  });
});
