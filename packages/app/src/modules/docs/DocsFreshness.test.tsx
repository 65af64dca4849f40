import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import { DocsFreshness } from './DocsFreshness';

jest.mock('@backstage/plugin-techdocs-react', () => ({
  useTechDocsReaderPage: jest.fn(),
}));

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const BUILT = Date.UTC(2026, 10, 23, 12, 0);

function renderWith(value: unknown) {
  jest
    .mocked(useTechDocsReaderPage)
    .mockReturnValue({ metadata: { value, loading: false } } as never);
  return renderInTestApp(<DocsFreshness />);
}

describe('DocsFreshness', () => {
  it('tells when pages were made and from which commit', async () => {
    renderWith({
      build_timestamp: BUILT,
      commit: { id: COMMIT, url: `https://forge.example/a/b/commit/${COMMIT}` },
    });
    expect(await screen.findByText(/2026/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /01234567$/ })).toHaveAttribute(
      'href',
      `https://forge.example/a/b/commit/${COMMIT}`,
    );
  });

  it('shows nothing of what it does not understand', async () => {
    renderWith({
      build_timestamp: BUILT,
      // eslint-disable-next-line no-script-url
      commit: { id: COMMIT, url: 'javascript:alert(1)' },
    });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByText(/2026/)).not.toBeInTheDocument();
  });
});
