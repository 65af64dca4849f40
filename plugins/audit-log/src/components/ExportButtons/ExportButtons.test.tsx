import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildApiError,
  FakeAuditLogApi,
} from '../../__testUtils__/FakeAuditLogApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { NO_FILTERS } from '../../domain/filters';
import { ExportButtons } from './ExportButtons';

/** Catches what the page would have the browser save. */
function catchDownloads(): { name: string; href: string; blob: Blob }[] {
  const saved: { name: string; href: string; blob: Blob }[] = [];
  let blob: Blob;
  URL.createObjectURL = jest.fn(source => {
    blob = source as Blob;
    return 'blob:export';
  });
  URL.revokeObjectURL = jest.fn();
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, href: this.href, blob });
    });
  return saved;
}

const FILTERS = {
  ...NO_FILTERS,
  result: 'refused',
  team: 'burgerzaken',
} as const;

describe('ExportButtons', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['Downloaden als CSV', 'csv'],
    ['Downloaden als JSON-regels', 'jsonl'],
  ])('%s: saves what the filters let through', async (label, format) => {
    const saved = catchDownloads();
    const api = new FakeAuditLogApi();
    renderInPortal(<ExportButtons filters={FILTERS} />, { api });
    await userEvent.click(await screen.findByRole('button', { name: label }));
    expect(
      await screen.findByText(
        new RegExp(`^audit-log-[\\dT-]+Z\\.${format} is gedownload\\.$`),
      ),
    ).toBeInTheDocument();
    expect(api.inputsOf('exportEvents')).toEqual([
      [{ result: 'refused', team: 'group:default/burgerzaken' }, format],
    ]);
    expect(saved).toHaveLength(1);
    expect(saved[0].href).toBe('blob:export');
    expect(await saved[0].blob.text()).toBe(format);
  });

  it('says why there is no file', async () => {
    const saved = catchDownloads();
    const api = new FakeAuditLogApi();
    api.failure = buildApiError(429, 'Te veel verzoeken.');
    renderInPortal(<ExportButtons filters={FILTERS} />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Downloaden als CSV' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Te veel verzoeken.',
    );
    expect(saved).toEqual([]);
  });
});
