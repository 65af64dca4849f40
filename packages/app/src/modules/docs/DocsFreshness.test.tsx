import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import {
  techdocsApiRef,
  useShadowRootElements,
  useTechDocsReaderPage,
} from '@backstage/plugin-techdocs-react';
import { DocsFreshness } from './DocsFreshness';

jest.mock('@backstage/plugin-techdocs-react', () => ({
  ...jest.requireActual('@backstage/plugin-techdocs-react'),
  useShadowRootElements: jest.fn(),
  useTechDocsReaderPage: jest.fn(),
}));

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const COMMITTED = Date.UTC(2026, 10, 14, 12, 0);
const BUILT = Date.UTC(2026, 10, 23, 12, 0);

const ENTITY = { kind: 'component', namespace: 'default', name: 'dienst' };
const CONTENT = [document.createElement('article')];

function renderWith(value: object) {
  jest
    .mocked(useTechDocsReaderPage)
    .mockReturnValue({ entityRef: ENTITY } as never);
  jest.mocked(useShadowRootElements).mockReturnValue(CONTENT);
  const getTechDocsMetadata = jest.fn(async () => value);
  renderInTestApp(<DocsFreshness />, {
    apis: [[techdocsApiRef, { getTechDocsMetadata } as never]],
  });
  return getTechDocsMetadata;
}

describe('DocsFreshness', () => {
  it('tells when pages were made and from which commit', async () => {
    renderWith({
      build_timestamp: BUILT,
      commit: {
        id: COMMIT,
        url: `https://forge.example/a/b/commit/${COMMIT}`,
        committed_at: COMMITTED,
      },
    });
    expect(await screen.findByText(/23.* 2026/)).toHaveTextContent(
      /, .* 01234567 .*14.* 2026/,
    );
    expect(screen.getByRole('link', { name: /01234567$/ })).toHaveAttribute(
      'href',
      `https://forge.example/a/b/commit/${COMMIT}`,
    );
  });

  it('shows nothing of what it does not understand', async () => {
    const read = renderWith({
      build_timestamp: BUILT,
      // eslint-disable-next-line no-script-url
      commit: { id: COMMIT, url: 'javascript:alert(1)' },
    });
    await waitFor(() => expect(read).toHaveBeenCalledWith(ENTITY));
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByText(/2026/)).not.toBeInTheDocument();
  });
});
