import { catalogEntityRefreshPermission } from '@backstage/plugin-catalog-common/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { renderInPortal } from '@nerds/page-parts/testUtils';
import {
  useShadowRootElements,
  useTechDocsReaderPage,
} from '@backstage/plugin-techdocs-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { docsBuildsApiRef, type DocsBuild } from '../DocsBuildsApi';
import { DocsRebuild } from './DocsRebuild';

jest.mock('@backstage/plugin-techdocs-react', () => ({
  ...jest.requireActual('@backstage/plugin-techdocs-react'),
  useShadowRootElements: jest.fn(),
  useTechDocsReaderPage: jest.fn(),
}));

const ENTITY = { kind: 'component', namespace: 'default', name: 'dienst' };
const RUNNING: DocsBuild = { id: 'een', state: 'running', log: '' };
const PAGES = [document.createElement('article')];

/** Tells when the answer about the right is there. */
function Right() {
  const { loading, allowed } = usePermission({
    permission: catalogEntityRefreshPermission,
    resourceRef: 'component:default/dienst',
  });
  return <p>{!loading && !allowed && 'mag niet'}</p>;
}

function renderRebuild(options: {
  answers?: DocsBuild[];
  requestBuild?: () => Promise<DocsBuild>;
  denied?: string[];
  hasPages?: boolean;
}) {
  const { answers = [], denied, hasPages = true } = options;
  jest
    .mocked(useTechDocsReaderPage)
    .mockReturnValue({ entityRef: ENTITY } as never);
  jest.mocked(useShadowRootElements).mockReturnValue(hasPages ? PAGES : []);
  const { requestBuild = async () => RUNNING } = options;
  const api = {
    requestBuild: jest.fn(requestBuild),
    getBuild: jest.fn(async () => answers.shift() ?? RUNNING),
  };
  const showPages = jest.fn();
  renderInPortal(
    // as TechDocs does around every addon
    <Suspense fallback={null}>
      <Right />
      <DocsRebuild showPages={showPages} />
    </Suspense>,
    { apis: [[docsBuildsApiRef, api]], mountedRoutes: {}, denied },
  );
  return { api, showPages };
}

const findButton = () =>
  screen.findByRole('button', { name: 'Opnieuw bouwen' });

describe('DocsRebuild', () => {
  it('follows a build until it has ended, and then offers the new pages', async () => {
    const { api, showPages } = renderRebuild({
      answers: [
        { ...RUNNING, log: 'INFO - Building' },
        { ...RUNNING, state: 'succeeded', log: 'INFO - Built' },
      ],
    });
    await userEvent.click(await findButton());
    expect(api.requestBuild).toHaveBeenCalledWith('component:default/dienst');
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'De documentatie wordt opnieuw gebouwd',
      ),
    );
    expect(await findButton()).toBeDisabled();
    expect(await screen.findByText('INFO - Building')).toBeInTheDocument();

    const show = await screen.findByRole(
      'button',
      { name: 'Nieuwe pagina’s tonen' },
      { timeout: 5_000 },
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'De documentatie is opnieuw gebouwd.',
    );
    expect(await findButton()).toBeEnabled();
    expect(showPages).not.toHaveBeenCalled();
    await userEvent.click(show);
    expect(showPages).toHaveBeenCalledTimes(1);
  });

  it('shows the pages at once where there were none', async () => {
    const { showPages } = renderRebuild({
      hasPages: false,
      answers: [{ ...RUNNING, state: 'succeeded' }],
    });
    await userEvent.click(await findButton());
    await waitFor(() => expect(showPages).toHaveBeenCalled());
  });

  it('says why it did not work, with the log', async () => {
    const { showPages } = renderRebuild({
      hasPages: false,
      answers: [
        {
          ...RUNNING,
          state: 'failed',
          reason: 'Aborted with a configuration error!',
          log: 'ERROR - Config value: nav',
        },
      ],
    });
    await userEvent.click(await findButton());
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'De documentatie kon niet worden gebouwd: Aborted with a configuration error!',
      ),
    );
    expect(screen.getByText('ERROR - Config value: nav')).toBeInTheDocument();
    expect(await findButton()).toBeEnabled();
    expect(showPages).not.toHaveBeenCalled();
  });

  it('says what went wrong when the portal does not answer', async () => {
    renderRebuild({
      requestBuild: async () => {
        throw new Error('Geen verbinding');
      },
    });
    await userEvent.click(await findButton());
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(await findButton()).toBeEnabled();
  });

  it('is not there for who may not', async () => {
    const { api } = renderRebuild({ denied: ['catalog.entity.refresh'] });
    await screen.findByText('mag niet');
    expect(
      screen.queryByRole('button', { name: 'Opnieuw bouwen' }),
    ).not.toBeInTheDocument();
    expect(api.requestBuild).not.toHaveBeenCalled();
  });
});
